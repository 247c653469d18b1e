package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What every part of the contract stands on: a cluster and a namespace of the test's own. */
interface ContractGround {
    ClusterUnderTest cluster();

    String namespace();

    default ClusterConnection connection() {
        return cluster().connection();
    }

    /** Applies and expects it to be taken. */
    default KubeObject applied(KubeObject object) {
        var result = connection().apply(object, ApplyOptions.REAL);
        assertThat(result).isInstanceOf(ApplyResult.Applied.class);
        return ((ApplyResult.Applied) result).object();
    }

    default KubeObject configMap(String name, String key, String value) {
        return Samples.configMap(namespace(), name, key, value);
    }

    default ListQuery configMaps() {
        return ListQuery.of(ResourceKind.CONFIG_MAP).in(namespace()).labelled("contract=yes");
    }

    default ObjectRef configMapRef(String name) {
        return ResourceKind.CONFIG_MAP.named(namespace(), name);
    }

    /** The service account that pods need; a new namespace gets it a moment after its creation. */
    default void awaitServiceAccount() {
        eventually()
                .until(() -> connection()
                        .get(ResourceKind.SERVICE_ACCOUNT.named(namespace(), "default"))
                        .isPresent());
    }

    default ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
