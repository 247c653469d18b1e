package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The kubeconfigs of the programs inside a machine, and the user of its private registry. */
final class MachineKeys {
    private static final Duration VALIDITY = Duration.ofDays(365);

    /** The user {@value #REGISTRY_USER} with the password {@value #REGISTRY_PASSWORD}, as the registry stores it. */
    private static final String REGISTRY_LINE = "fleet:$2a$04$3KToQsY97Ywex10koz6fSevOLQg.mxZ6m2neLdYzS0GRCtwjIH3u2\n";

    static final String REGISTRY_USER = "fleet";
    static final String REGISTRY_PASSWORD = "pull-it";

    private MachineKeys() {}

    static void write(Keys keys, Clock clock) {
        CertificateAuthority authority = keys.authority();
        var node = authority.client("system:node:node-1", List.of("system:nodes"), clock.instant(), VALIDITY);
        var proxy = authority.client("system:kube-proxy", List.of(), clock.instant(), VALIDITY);
        try {
            kubeconfig(keys, "inside", keys.admin());
            kubeconfig(keys, "node", node);
            kubeconfig(keys, "proxy", proxy);
            Files.writeString(Path.of(keys.file("registry-users")), REGISTRY_LINE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kubeconfig(Keys keys, String name, Identity user) throws IOException {
        var address = URI.create("https://" + Machine.ADDRESS + ":" + Machine.API_PORT);
        Files.writeString(
                Path.of(keys.file(name + ".kubeconfig")),
                Kubeconfig.withCertificate(name, address, keys.authority().certificate(), user));
    }
}
