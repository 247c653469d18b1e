package ai.hexabase.console.manifest;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.Yaml;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rendered objects as files for {@code kubectl} and Kustomize; Secrets stay out, for their values never leave. */
public final class Export {
    private final List<KubeObject> objects;
    private final List<KubeObject> secrets;

    public Export(List<RenderedObject> rendered) {
        var bySecrecy = rendered.stream()
                .map(RenderedObject::object)
                .collect(Collectors.partitioningBy(object -> object.kind().equals(ResourceKind.SECRET)));
        objects = List.copyOf(bySecrecy.getOrDefault(false, List.of()));
        secrets = List.copyOf(bySecrecy.getOrDefault(true, List.of()));
    }

    /** Names of the Secrets that are not in the files and must be there before the pods start. */
    public List<String> secretsLeftOut() {
        return secrets.stream().map(KubeObject::name).toList();
    }

    /** One YAML stream in the order in which the objects are applied. */
    public String yaml() {
        return header() + objects.stream().map(KubeObject::yaml).collect(Collectors.joining("---\n"));
    }

    private String header() {
        return secrets.stream()
                .map(secret -> "# Secret " + secret.namespace() + "/" + secret.name()
                        + " is left out: its values stay in the console.\n")
                .collect(Collectors.joining());
    }

    /** A Kustomize base as a ZIP archive: one file for each object, and {@code kustomization.yaml} in apply order. */
    public byte[] kustomization() {
        var files = files();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "kustomization.yaml", header() + Yaml.write(index(files)));
            for (var file : files.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        for (var object : objects) {
            var kind = object.kind().kind().toLowerCase(Locale.ROOT);
            files.put("%02d-%s-%s.yaml".formatted(files.size() + 1, kind, object.name()), object.yaml());
        }
        return files;
    }

    private static JsonNode index(Map<String, String> files) {
        var index = JsonMapper.shared().createObjectNode();
        index.put("apiVersion", "kustomize.config.k8s.io/v1beta1").put("kind", "Kustomization");
        var resources = index.putArray("resources");
        files.keySet().forEach(resources::add);
        return index;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        // a fixed time: the same revision always gives the same bytes
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
