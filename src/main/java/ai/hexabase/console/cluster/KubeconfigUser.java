package ai.hexabase.console.cluster;

import static ai.hexabase.console.cluster.KubeconfigReader.text;

import ai.hexabase.console.common.PemCertificates;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.Credentials;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One entry under {@code users} of a kubeconfig. */
record KubeconfigUser(String name, Map<?, ?> fields) {
    @Nullable
    Credentials credentials(List<Problem> problems) {
        var before = problems.size();
        refuseWhatRunsOrImpersonates(problems);
        refuseFiles(problems);
        if (problems.size() > before) {
            return null;
        }
        var token = text(fields, "token");
        if (token != null) {
            return bearer(token, problems);
        }
        return certificate(problems);
    }

    private void refuseWhatRunsOrImpersonates(List<Problem> problems) {
        if (fields.get("exec") != null) {
            var command = fields.get("exec") instanceof Map<?, ?> exec ? text(exec, "command") : null;
            problems.add(Problem.of("kubeconfig-exec", name, command == null ? "?" : command));
        }
        if (fields.get("auth-provider") != null) {
            var provider = fields.get("auth-provider") instanceof Map<?, ?> map ? text(map, "name") : null;
            problems.add(Problem.of("kubeconfig-auth-provider", name, provider == null ? "?" : provider));
        }
        if (text(fields, "username") != null || text(fields, "password") != null) {
            problems.add(Problem.of("kubeconfig-basic-auth", name));
        }
        if (fields.get("as") != null || fields.get("as-groups") != null || fields.get("as-uid") != null) {
            problems.add(Problem.of("kubeconfig-impersonation", name));
        }
    }

    private void refuseFiles(List<Problem> problems) {
        refuseFile("client-certificate", "client-certificate-data", problems);
        refuseFile("client-key", "client-key-data", problems);
        refuseFile("tokenFile", "token", problems);
    }

    private void refuseFile(String field, String embedded, List<Problem> problems) {
        if (text(fields, field) != null && text(fields, embedded) == null) {
            problems.add(Problem.of("kubeconfig-file-reference", name, field));
        }
    }

    private @Nullable Credentials bearer(String token, List<Problem> problems) {
        if (token.chars().allMatch(c -> c > ' ' && c < 127)) {
            return new Credentials.BearerToken(token);
        }
        problems.add(Problem.of("kubeconfig-bad-token", name));
        return null;
    }

    private @Nullable Credentials certificate(List<Problem> problems) {
        var before = problems.size();
        var certificate = Pem.decode(fields, "client-certificate-data", name, problems);
        var key = Pem.decode(fields, "client-key-data", name, problems);
        if (problems.size() > before) {
            return null;
        }
        if (certificate == null && key == null) {
            problems.add(Problem.of("kubeconfig-no-credentials", name));
            return null;
        }
        if (certificate == null || key == null) {
            problems.add(Problem.of(
                    "kubeconfig-half-a-pair", name, key == null ? "client-key-data" : "client-certificate-data"));
            return null;
        }
        return pair(certificate, key, problems);
    }

    private @Nullable Credentials pair(String certificate, String key, List<Problem> problems) {
        var certificates = PemCertificates.readable(certificate);
        if (certificates.isEmpty()) {
            problems.add(Problem.of("kubeconfig-bad-pem", name, "client-certificate-data"));
            return null;
        }
        return switch (Pem.match(certificates.getFirst(), key)) {
            case MATCHES -> new Credentials.ClientCertificate(certificate, key);
            case UNREADABLE -> {
                problems.add(Problem.of("kubeconfig-bad-pem", name, "client-key-data"));
                yield null;
            }
            case ENCRYPTED -> {
                problems.add(Problem.of("kubeconfig-key-encrypted", name));
                yield null;
            }
            case DIFFERS -> {
                problems.add(Problem.of("kubeconfig-key-mismatch", name));
                yield null;
            }
        };
    }
}
