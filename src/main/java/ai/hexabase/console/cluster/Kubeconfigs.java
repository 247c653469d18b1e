package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Kubeconfigs: given by a person, or lying on this machine. */
@Component
public class Kubeconfigs {
    /** Largest kubeconfig taken, in bytes. */
    public static final int MAX_BYTES = KubeconfigText.MAX_BYTES;

    /**
     * A kubeconfig file on this machine.
     *
     * @param config its content, null when it cannot be read
     * @param problem why it cannot be read
     */
    public record Found(
            Path file,
            @Nullable Kubeconfig config,
            @Nullable Problem problem) {}

    private final ActingPerson person;
    private final List<Path> directories;
    private final List<Path> files;

    Kubeconfigs(
            ActingPerson person,
            @Value("${console.kubeconfig.directories}") List<Path> directories,
            @Value("${KUBECONFIG:}") String kubeconfig,
            @Value("${user.home}") Path home) {
        this.person = person;
        this.directories = List.copyOf(directories);
        this.files = files(kubeconfig, home);
    }

    private static List<Path> files(String kubeconfig, Path home) {
        var files = new ArrayList<Path>();
        for (var part : kubeconfig.split(java.io.File.pathSeparator, -1)) {
            if (!part.isBlank()) {
                files.add(Path.of(part));
            }
        }
        files.add(home.resolve(".kube/config"));
        return files;
    }

    /** Reads a kubeconfig; what is none at all is a problem with a code starting with {@code kubeconfig-}. */
    public Kubeconfig read(byte[] bytes) {
        return KubeconfigReader.read(bytes);
    }

    public Kubeconfig read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the text holds at least one certificate (RFC 7468) and nothing unreadable. */
    public static boolean holdsCertificates(String pem) {
        return !PemCertificates.readable(pem).isEmpty();
    }

    /**
     * All kubeconfigs on this machine that the console knows where to look for; for administrators. One who is limited
     * to some things finds none: they lead anywhere.
     */
    public List<Found> onThisMachine() {
        person.requireSomewhere(Role.ADMIN);
        return !person.may(Role.ADMIN)
                ? List.of()
                : candidates().stream().map(this::found).toList();
    }

    private Set<Path> candidates() {
        var candidates = new LinkedHashSet<Path>();
        files.stream().filter(Files::isRegularFile).map(Path::toAbsolutePath).forEach(candidates::add);
        for (var directory : directories) {
            try (var listed = Files.list(directory)) {
                listed.filter(file -> file.getFileName().toString().endsWith(".kubeconfig"))
                        .filter(Files::isRegularFile)
                        .map(Path::toAbsolutePath)
                        .sorted()
                        .forEach(candidates::add);
            } catch (IOException e) {
                // A folder that is not there holds no kubeconfigs.
            }
        }
        return candidates;
    }

    private Found found(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new Found(file, read(in.readNBytes(MAX_BYTES + 1)), null);
        } catch (ProblemException e) {
            return new Found(file, null, e.problem());
        } catch (IOException e) {
            return new Found(
                    file, null, Problem.of("kubeconfig-unreadable", file).saying(e.getMessage()));
        }
    }
}
