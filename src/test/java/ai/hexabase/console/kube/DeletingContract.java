package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Deleting: propagation to dependants, preconditions, dry run. */
interface DeletingContract extends ContractGround {
    @Test
    default void deletesAndSaysWhenThereWasNothing() {
        applied(configMap("thing", "k", "v"));
        assertThat(connection().delete(configMapRef("thing"), DeleteOptions.BACKGROUND))
                .isInstanceOf(DeleteResult.Deleted.class);
        assertThat(connection().get(configMapRef("thing"))).isEmpty();
        assertThat(connection().delete(configMapRef("thing"), DeleteOptions.BACKGROUND))
                .isInstanceOf(DeleteResult.Absent.class);
    }

    @Test
    default void deletesOnlyTheObjectOfTheGivenUid() {
        var thing = applied(configMap("thing", "k", "v"));
        var otherUid =
                new DeleteOptions(DeleteOptions.Propagation.BACKGROUND, false, "00000000-0000-0000-0000-000000000000");
        assertThat(connection().delete(configMapRef("thing"), otherUid))
                .isInstanceOfSatisfying(
                        DeleteResult.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(409));
        assertThat(connection().get(configMapRef("thing"))).isPresent();

        var itsUid = new DeleteOptions(DeleteOptions.Propagation.BACKGROUND, false, thing.uid());
        assertThat(connection().delete(configMapRef("thing"), itsUid)).isInstanceOf(DeleteResult.Deleted.class);
        assertThat(connection().get(configMapRef("thing"))).isEmpty();
    }

    @Test
    default void dryRunDeletesNothing() {
        applied(configMap("thing", "k", "v"));
        var dry = new DeleteOptions(DeleteOptions.Propagation.BACKGROUND, true, null);
        assertThat(connection().delete(configMapRef("thing"), dry)).isInstanceOf(DeleteResult.Deleted.class);
        assertThat(connection().get(configMapRef("thing"))).isPresent();
    }

    @Test
    default void refusesWhoMayNotDelete() {
        applied(configMap("thing", "k", "v"));
        assertThat(cluster().readerOfConfigMaps().delete(configMapRef("thing"), DeleteOptions.BACKGROUND))
                .isInstanceOfSatisfying(
                        DeleteResult.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(403));
        assertThat(connection().get(configMapRef("thing"))).isPresent();
    }

    @Test
    default void deletesDependantsInTheBackground() {
        deletesWithDependants(DeleteOptions.BACKGROUND);
    }

    @Test
    default void deletesDependantsFirst() {
        deletesWithDependants(DeleteOptions.FOREGROUND);
    }

    private void deletesWithDependants(DeleteOptions options) {
        applied(Samples.deployment(namespace(), "parent", 2));
        var pods = ListQuery.of(ResourceKind.POD).in(namespace());
        eventually().until(() -> connection().listAll(pods).size() == 2);
        var deployment = ResourceKind.DEPLOYMENT.named(namespace(), "parent");
        assertThat(connection().delete(deployment, options)).isInstanceOf(DeleteResult.Deleted.class);
        eventually().untilAsserted(() -> {
            assertThat(connection().get(deployment)).isEmpty();
            assertThat(connection().listAll(pods)).isEmpty();
            assertThat(connection()
                            .listAll(ListQuery.of(ResourceKind.REPLICA_SET).in(namespace())))
                    .isEmpty();
        });
    }

    @Test
    default void orphansDependants() {
        applied(Samples.deployment(namespace(), "parent", 1));
        var sets = ListQuery.of(ResourceKind.REPLICA_SET).in(namespace());
        eventually().until(() -> connection().listAll(sets).size() == 1);
        var deployment = ResourceKind.DEPLOYMENT.named(namespace(), "parent");
        connection().delete(deployment, new DeleteOptions(DeleteOptions.Propagation.ORPHAN, false, null));
        eventually()
                .untilAsserted(() -> assertThat(connection().get(deployment)).isEmpty());
        assertThat(connection().listAll(sets))
                .singleElement()
                .satisfies(set ->
                        assertThat(set.text("/metadata/deletionTimestamp")).isNull());
    }
}
