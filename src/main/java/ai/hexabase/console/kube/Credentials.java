package ai.hexabase.console.kube;

import java.nio.file.Path;

/** What the console shows an API server to prove who it is; never printed. */
public sealed interface Credentials {
    /** A client certificate (with its chain) and private key, both PEM (RFC 7468). */
    record ClientCertificate(String certPem, String keyPem) implements Credentials {
        @Override
        public String toString() {
            return "client certificate";
        }
    }

    /** A bearer token (RFC 6750). */
    record BearerToken(String token) implements Credentials {
        @Override
        public String toString() {
            return "bearer token";
        }
    }

    /** A bearer token in a file that somebody else keeps fresh; read again as it rotates. */
    record TokenFile(Path path) implements Credentials {
        @Override
        public String toString() {
            return "token file";
        }
    }
}
