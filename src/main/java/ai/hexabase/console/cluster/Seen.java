package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.Identity;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.ServerInfo;
import org.jspecify.annotations.Nullable;

/** What a cluster says of itself and of the credentials. */
record Seen(ServerInfo server, Identity identity, @Nullable String uid) {
    static Seen by(ClusterConnection connection) {
        var identity = connection.whoAmI();
        var server = connection.serverInfo();
        requireNewEnough(server);
        return new Seen(server, identity, uid(connection));
    }

    static void requireNewEnough(ServerInfo server) {
        if (!server.isNewEnough()) {
            throw new ProblemException(Problem.of("cluster-version-too-old", server.version(), ServerInfo.OLDEST));
        }
    }

    /** Names the cluster behind the address; credentials that may not read it leave it open. */
    static @Nullable String uid(ClusterConnection connection) {
        try {
            return connection
                    .get(ResourceKind.NAMESPACE.named("kube-system"))
                    .map(namespace -> namespace.uid())
                    .orElse(null);
        } catch (ProblemException e) {
            return null;
        }
    }
}
