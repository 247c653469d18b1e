package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.KubeAccess;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a kubeconfig (client.authentication of kubectl's {@code v1 Config}) without trusting it: what would run
 * programs, read files of this machine or weaken TLS is refused with the object's name.
 */
final class KubeconfigReader {
    private final Map<?, ?> root;
    private final Map<String, Map<?, ?>> clusters;
    private final Map<String, Map<?, ?>> users;

    private KubeconfigReader(Map<?, ?> root) {
        this.root = root;
        this.clusters = entries("clusters", "cluster");
        this.users = entries("users", "user");
    }

    /** A document that is no kubeconfig at all is a {@link ProblemException}. */
    static Kubeconfig read(byte[] bytes) {
        var root = KubeconfigText.parse(bytes);
        var kind = text(root, "kind");
        if (kind != null && !kind.equals("Config")) {
            throw new ProblemException(Problem.of("kubeconfig-wrong-kind", kind));
        }
        return new KubeconfigReader(root).read();
    }

    private Kubeconfig read() {
        var contexts = new ArrayList<Kubeconfig.Context>();
        entries("contexts", "context").forEach((name, context) -> contexts.add(context(name, context)));
        if (contexts.isEmpty()) {
            throw new ProblemException(Problem.of("kubeconfig-no-contexts"));
        }
        return new Kubeconfig(contexts, text(root, "current-context"));
    }

    private Kubeconfig.Context context(String name, Map<?, ?> context) {
        var problems = new ArrayList<Problem>();
        var clusterName = required(context, "cluster", name, problems);
        var userName = required(context, "user", name, problems);
        var cluster = entry(clusters, clusterName, "kubeconfig-cluster-missing", name, problems);
        var user = entry(users, userName, "kubeconfig-user-missing", name, problems);
        var server = cluster == null ? null : text(cluster, "server");
        var access = cluster == null || user == null
                ? null
                : access(new KubeconfigCluster(clusterName, cluster), new KubeconfigUser(userName, user), problems);
        var outcome = access == null || !problems.isEmpty()
                ? new Kubeconfig.Refused(problems)
                : new Kubeconfig.Usable(access, CredentialsExpiry.of(access.credentials()));
        return new Kubeconfig.Context(name, clusterName, userName, server == null ? "" : server, outcome);
    }

    private static @Nullable KubeAccess access(KubeconfigCluster cluster, KubeconfigUser user, List<Problem> problems) {
        URI server = cluster.server(problems);
        var ca = cluster.authorities(problems);
        var proxy = cluster.proxy(problems);
        var credentials = user.credentials(problems);
        return server == null || credentials == null
                ? null
                : new KubeAccess(server, ca, credentials, cluster.tlsServerName(), proxy);
    }

    private static String required(Map<?, ?> context, String field, String name, List<Problem> problems) {
        var value = text(context, field);
        if (value == null) {
            problems.add(Problem.of("kubeconfig-context-incomplete", name, field));
        }
        return value == null ? "" : value;
    }

    private static @Nullable Map<?, ?> entry(
            Map<String, Map<?, ?>> entries, String name, String code, String context, List<Problem> problems) {
        var entry = entries.get(name);
        if (entry == null && !name.isEmpty()) {
            problems.add(Problem.of(code, context, name));
        }
        return entry;
    }

    /** A list of {@code {name: ..., <field>: {...}}}; broken entries are named, doubled names keep the first. */
    private Map<String, Map<?, ?>> entries(String list, String field) {
        var entries = new LinkedHashMap<String, Map<?, ?>>();
        var value = root.get(list);
        if (value == null) {
            return entries;
        }
        if (!(value instanceof List<?> items)) {
            throw new ProblemException(Problem.of("kubeconfig-list-malformed", list));
        }
        for (var item : items) {
            var name = item instanceof Map<?, ?> map ? text(map, "name") : null;
            if (name == null || !(item instanceof Map<?, ?> map)) {
                throw new ProblemException(Problem.of("kubeconfig-list-malformed", list));
            }
            entries.putIfAbsent(name, map.get(field) instanceof Map<?, ?> body ? body : Map.of());
        }
        return entries;
    }

    /** The scalar as text; null when missing, empty or no scalar. */
    static @Nullable String text(Map<?, ?> map, String field) {
        var value = map.get(field);
        if (value == null || value instanceof Map || value instanceof List) {
            return null;
        }
        var text = value.toString().strip();
        return text.isEmpty() ? null : text;
    }
}
