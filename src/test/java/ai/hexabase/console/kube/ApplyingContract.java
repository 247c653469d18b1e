package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Server-side apply: validation, dry run, ownership of fields, warnings. */
interface ApplyingContract extends ContractGround {
    @Test
    default void appliesCreatesChangesAndLeavesAsItIs() {
        var created = applied(configMap("thing", "k", "one"));
        assertThat(created.uid()).isNotBlank();
        assertThat(created.text("/data/k")).isEqualTo("one");
        assertThat(created.at("/metadata/managedFields").toString())
                .contains(ClusterConnection.FIELD_MANAGER)
                .contains("Apply");

        var changed = applied(configMap("thing", "k", "two"));
        assertThat(changed.uid()).isEqualTo(created.uid());
        assertThat(changed.resourceVersion()).isNotEqualTo(created.resourceVersion());

        var same = applied(configMap("thing", "k", "two"));
        assertThat(same.resourceVersion()).isEqualTo(changed.resourceVersion());
    }

    @Test
    default void removesFieldsThatAreNoLongerApplied() {
        applied(configMap("thing", "old", "1"));
        var changed = applied(configMap("thing", "new", "2"));
        assertThat(changed.text("/data/old")).isNull();
        assertThat(changed.text("/data/new")).isEqualTo("2");
    }

    @Test
    default void keepsFieldsThatOthersOwn() {
        applied(configMap("shared", "ours", "1"));
        cluster().applyAs("somebody-else", configMap("shared", "theirs", "2"));
        var again = applied(configMap("shared", "ours", "3"));
        assertThat(again.text("/data/theirs")).isEqualTo("2");
        assertThat(again.text("/data/ours")).isEqualTo("3");
    }

    @Test
    default void refusesAFieldThatTheSchemaDoesNotHave() {
        var tree = Samples.deployment(namespace(), "odd", 1).tree();
        ((ObjectNode) tree.get("spec")).put("bogus", 1);
        var refused = refused(KubeObject.of(tree), ApplyOptions.REAL);
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.message()).contains("field not declared in schema");
        assertThat(refused.causes()).extracting(Refusal.Cause::field).containsExactly("spec.bogus");
        assertThat(connection().get(ResourceKind.DEPLOYMENT.named(namespace(), "odd")))
                .isEmpty();
    }

    @Test
    default void refusesAnImpossibleNameAndNamesTheField() {
        var refused = refused(configMap("Bad_Name", "k", "v"), ApplyOptions.REAL);
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.reason()).isEqualTo("Invalid");
        assertThat(refused.message()).contains("Bad_Name");
        assertThat(refused.causes()).extracting(Refusal.Cause::field).contains("metadata.name");
    }

    @Test
    default void refusesAValueOutOfRangeAndNamesTheField() {
        var refused = refused(Samples.deployment(namespace(), "negative", -1), ApplyOptions.REAL);
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.causes()).extracting(Refusal.Cause::field).contains("spec.replicas");
    }

    @Test
    default void refusesANamespaceThatDoesNotExist() {
        var refused = refused(Samples.configMap("no-such-namespace", "x", "k", "v"), ApplyOptions.REAL);
        assertThat(refused.code()).isEqualTo(404);
        assertThat(refused.message()).contains("no-such-namespace");
    }

    @Test
    default void refusesWhoMayNotWrite() {
        var result = cluster().readerOfConfigMaps().apply(configMap("theirs", "k", "v"), ApplyOptions.REAL);
        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(403));
        assertThat(connection().get(configMapRef("theirs"))).isEmpty();
    }

    @Test
    default void dryRunComputesAndStoresNothing() {
        var would = connection().apply(configMap("ghost", "k", "v"), ApplyOptions.DRY_RUN);
        assertThat(would)
                .isInstanceOfSatisfying(
                        ApplyResult.Applied.class,
                        applied -> assertThat(applied.object().text("/data/k")).isEqualTo("v"));
        assertThat(connection().get(configMapRef("ghost"))).isEmpty();

        var real = applied(configMap("real", "k", "one"));
        connection().apply(configMap("real", "k", "two"), ApplyOptions.DRY_RUN);
        assertThat(connection().get(configMapRef("real"))).contains(real);
    }

    @Test
    default void dryRunShowsTheServersDefaults() {
        var result = connection().apply(Samples.deployment(namespace(), "defaulted", 1), ApplyOptions.DRY_RUN);
        assertThat(result).isInstanceOfSatisfying(ApplyResult.Applied.class, applied -> {
            assertThat(applied.object().text("/spec/strategy/type")).isEqualTo("RollingUpdate");
            assertThat(applied.object().number("/spec/revisionHistoryLimit", 0)).isEqualTo(10);
        });
    }

    @Test
    default void dryRunRefusesLikeTheRealThing() {
        assertThat(refused(configMap("Bad_Name", "k", "v"), ApplyOptions.DRY_RUN)
                        .code())
                .isEqualTo(422);
    }

    @Test
    default void conflictNamesTheOtherManagerAndTheFieldUntilForced() {
        cluster().applyAs("somebody-else", configMap("fought", "k", "theirs"));
        var result = connection().apply(configMap("fought", "k", "ours"), ApplyOptions.REAL);
        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Conflicted.class,
                        conflicted -> assertThat(conflicted.conflicts())
                                .singleElement()
                                .satisfies(conflict -> {
                                    assertThat(conflict.manager()).isEqualTo("somebody-else");
                                    assertThat(conflict.field()).isEqualTo(".data.k");
                                    assertThat(conflict.message()).contains("somebody-else");
                                }));
        assertThat(connection().get(configMapRef("fought")).orElseThrow().text("/data/k"))
                .isEqualTo("theirs");

        assertThat(connection().apply(configMap("fought", "k", "ours"), ApplyOptions.REAL.forced()))
                .isInstanceOf(ApplyResult.Applied.class);
        assertThat(connection().get(configMapRef("fought")).orElseThrow().text("/data/k"))
                .isEqualTo("ours");
        assertThat(connection().apply(configMap("fought", "k", "again"), ApplyOptions.REAL))
                .isInstanceOf(ApplyResult.Applied.class);
    }

    @Test
    default void passesUpTheServersWarnings() {
        applied(Samples.namespace(namespace(), ", pod-security.kubernetes.io/warn: restricted"));
        eventually().untilAsserted(() -> {
            var result = connection().apply(Samples.privilegedDeployment(namespace(), "warned"), ApplyOptions.DRY_RUN);
            assertThat(result).isInstanceOf(ApplyResult.Applied.class);
            assertThat(result.warnings())
                    .anySatisfy(warning -> assertThat(warning)
                            .contains("would violate PodSecurity")
                            .contains("privileged"));
        });
        assertThat(connection()
                        .apply(Samples.deployment(namespace(), "fine", 1), ApplyOptions.DRY_RUN)
                        .warnings())
                .isEmpty();
    }

    @Test
    default void dryRunCreateTellsWhetherAdmissionLetsAPodIn() {
        applied(Samples.namespace(namespace(), ", pod-security.kubernetes.io/enforce: restricted"));
        awaitServiceAccount();
        eventually()
                .untilAsserted(() -> assertThat(connection().dryRunCreate(Samples.privilegedPod(namespace(), "greedy")))
                        .isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
                            assertThat(refused.refusal().code()).isEqualTo(403);
                            assertThat(refused.refusal().message()).contains("violates PodSecurity");
                        }));
        assertThat(connection().dryRunCreate(Samples.pod(namespace(), "decent")))
                .isInstanceOf(ApplyResult.Applied.class);
        assertThat(connection().listAll(ListQuery.of(ResourceKind.POD).in(namespace())))
                .isEmpty();
    }

    private Refusal refused(KubeObject object, ApplyOptions options) {
        var result = connection().apply(object, options);
        assertThat(result).isInstanceOf(ApplyResult.Refused.class);
        return ((ApplyResult.Refused) result).refusal();
    }
}
