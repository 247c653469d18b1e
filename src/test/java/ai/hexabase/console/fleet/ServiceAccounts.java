package ai.hexabase.console.fleet;

/** Service accounts with chosen rights, for tests of what a console with few rights may do. */
final class ServiceAccounts {
    private ServiceAccounts() {}

    /** Creates the account, binds it and returns a token. */
    static String bind(ClusterAccess cluster, String namespace, String account, String clusterRole) {
        cluster.tryKubectl("create", "namespace", namespace);
        cluster.apply("""
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: %2$s, namespace: %1$s}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: %1$s-%2$s-%3$s
          labels: {fleet.hexabase.ai/throwaway: "true"}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: %3$s}
        subjects: [{kind: ServiceAccount, name: %2$s, namespace: %1$s}]
        """.formatted(namespace, account, clusterRole));
        return cluster.kubectl("create", "token", account, "--namespace=" + namespace, "--duration=1h")
                .strip();
    }

    /** Creates a ClusterRole with these rules and returns its name. */
    static String role(ClusterAccess cluster, String account, String rules) {
        String name = "fleet-" + account;
        cluster.apply("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: %s
          labels: {fleet.hexabase.ai/throwaway: "true"}
        rules:
        %s
        """.formatted(name, rules.strip()));
        return name;
    }
}
