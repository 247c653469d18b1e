package ai.hexabase.console.kube;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Everything {@link ClusterConnection} promises; run on every implementation. */
public abstract class ClusterConnectionContract
        implements ReadingContract,
                ApplyingContract,
                DeletingContract,
                WatchingContract,
                LifeCycleContract,
                ExecContract,
                TroubleContract {
    private final String namespace = "contract-" + UUID.randomUUID().toString().substring(0, 8);

    @Override
    public abstract ClusterUnderTest cluster();

    @Override
    public String namespace() {
        return namespace;
    }

    @BeforeEach
    void makeANamespace() {
        applied(Samples.namespace(namespace, ""));
    }

    @AfterEach
    void dropTheNamespace() {
        cluster().restore();
        connection().delete(ResourceKind.NAMESPACE.named(namespace), DeleteOptions.BACKGROUND);
    }
}
