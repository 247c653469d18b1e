package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.Identity;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.sealing.Sealer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts clusters into the registry that answered once and do not any more, for tests of screens. */
@Component
public class KeptClusters {
    /** Nobody listens at port 1. */
    private static final URI NOBODY = URI.create("https://127.0.0.1:1");

    private final ClusterStore store;
    private final Sealer sealer;

    KeptClusters(ClusterStore store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    public ClusterId silent(String name) {
        var id = ClusterId.random();
        var access = KubeAccess.of(NOBODY, null, new Credentials.BearerToken("token"));
        store.insert(new StoredCluster(
                id,
                name,
                RegisteredCluster.Kind.REAL,
                NOBODY,
                Site.UNKNOWN,
                "v1.34.2",
                new Identity("console", List.of()),
                null,
                sealer.seal(AccessCodec.write(access), id.toString()),
                null,
                null,
                Instant.parse("2026-11-24T12:00:00Z"),
                "misaki"));
        return id;
    }
}
