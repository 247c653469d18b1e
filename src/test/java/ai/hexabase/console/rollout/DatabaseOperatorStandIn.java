package ai.hexabase.console.rollout;

import static org.awaitility.Awaitility.await;

import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.manifest.Names;
import java.time.Duration;

/**
 * Says what the database operator would say of a healthy database: behind simulated pods there is no PostgreSQL, so the
 * real operator, after having made everything, never does.
 */
record DatabaseOperatorStandIn(FleetCluster cluster) {
    private static final Duration SOON = Duration.ofSeconds(90);

    /**
     * Waits until the real operator made its Secret and its first pod, then silences it and reports health. The Secret
     * alone may be there from a database before.
     */
    void reportHealthyOnceMade(int instances) {
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> exists("secret", Names.DATABASE_APP_SECRET)
                        && exists("clusters.postgresql.cnpg.io", Names.DATABASE)
                        && !cluster.kubectl(
                                        "get",
                                        "pods",
                                        "-n",
                                        Names.NAMESPACE,
                                        "-l",
                                        "cnpg.io/cluster=" + Names.DATABASE,
                                        "-o",
                                        "name")
                                .isBlank());
        silence();
        // The operator may be in the middle of something and still write once more.
        await().atMost(SOON).during(Duration.ofSeconds(6)).ignoreExceptions().until(() -> {
            var ready = cluster.kubectl(
                    "get",
                    "clusters.postgresql.cnpg.io",
                    Names.DATABASE,
                    "-n",
                    Names.NAMESPACE,
                    "-o",
                    "jsonpath={.status.readyInstances} {.status.conditions[?(@.type=='Ready')].status}");
            if (!ready.strip().equals(instances + " True")) {
                reportHealthy(instances);
                return false;
            }
            return true;
        });
    }

    private boolean exists(String kind, String name) {
        return cluster.tryKubectl("get", kind, name, "-n", Names.NAMESPACE).ok();
    }

    private void silence() {
        cluster.kubectl(
                "annotate",
                "clusters.postgresql.cnpg.io",
                Names.DATABASE,
                "-n",
                Names.NAMESPACE,
                "cnpg.io/reconciliationLoop=disabled",
                "--overwrite");
    }

    private void reportHealthy(int instances) {
        var status = """
                {"status":{"instances":%1$d,"readyInstances":%1$d,"phase":"Cluster in healthy state",
                "conditions":[{"type":"Ready","status":"True","reason":"ClusterIsReady","message":"Cluster is Ready",
                "lastTransitionTime":"2026-01-01T00:00:00Z"}]}}
                """.formatted(instances);
        cluster.kubectl(
                "patch",
                "clusters.postgresql.cnpg.io",
                Names.DATABASE,
                "-n",
                Names.NAMESPACE,
                "--subresource=status",
                "--type=merge",
                "-p",
                status);
    }
}
