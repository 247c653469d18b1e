package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hashes by which a plan notices that its inputs changed; never made from a secret value. */
final class Hashes {
    private Hashes() {}

    /** Of everything the target renders; the values of Secrets are left out, they belong to the revision's number. */
    static String rendered(Target target, int revision) {
        var text = target.objects().stream().map(Hashes::hidden).collect(Collectors.joining("\n"));
        return sha256(revision + "\n" + target.cluster() + "\n" + text);
    }

    private static String hidden(KubeObject object) {
        var tree = object.tree();
        Cleaned.mask(tree, null);
        return canonical(tree);
    }

    /** Of an object as it is on the cluster; changes of its status do not count. */
    static String live(KubeObject live) {
        var uid = Objects.toString(live.uid(), "");
        if (live.kind().equals(ResourceKind.SECRET)) {
            return sha256(uid + " " + live.resourceVersion());
        }
        return sha256(uid + " " + canonical(Cleaned.tree(live)));
    }

    private static String canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var sorted = new TreeMap<String, String>();
            object.properties().forEach(entry -> sorted.put(entry.getKey(), canonical(entry.getValue())));
            return sorted.toString();
        }
        if (node instanceof ArrayNode array) {
            return array.valueStream().map(Hashes::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        return node.toString();
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
