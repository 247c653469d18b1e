package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The keys and certificates that all clusters of one fleet share. */
record Keys(CertificateAuthority authority, Identity serving, Identity admin, Path folder) {
    private static final List<String> HOSTS = List.of(
            "127.0.0.1",
            Machine.ADDRESS,
            "10.0.0.1",
            "localhost",
            "kubernetes",
            "kubernetes.default",
            "kubernetes.default.svc");

    static Keys make(Path folder, Clock clock) {
        var authority = new CertificateAuthority("hexabase-fleet-ca", clock.instant());
        Identity serving = authority.server("kube-apiserver", HOSTS, clock.instant());
        Identity admin =
                authority.client("fleet-admin", List.of("system:masters"), clock.instant(), Duration.ofDays(365));
        KeyPair serviceAccounts = CertificateAuthority.rsaKeys();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("ca.crt"), authority.certificate());
            write(folder, "serving", serving);
            write(folder, "admin", admin);
            Files.writeString(
                    folder.resolve("sa.key"),
                    CertificateAuthority.pem(
                            "PRIVATE KEY", serviceAccounts.getPrivate().getEncoded()));
            Files.writeString(
                    folder.resolve("sa.pub"),
                    CertificateAuthority.pem(
                            "PUBLIC KEY", serviceAccounts.getPublic().getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Keys(authority, serving, admin, folder);
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void write(Path folder, String name, Identity identity) throws IOException {
        Files.writeString(folder.resolve(name + ".crt"), identity.certificate());
        Files.writeString(folder.resolve(name + ".key"), identity.key());
    }
}
