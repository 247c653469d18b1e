package ai.hexabase.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.ManifestInput;
import ai.hexabase.console.manifest.Manifests;
import ai.hexabase.console.manifest.RenderedObject;
import ai.hexabase.console.profile.Profile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the profiles render comes alive on the practice clusters meant for them. */
class InstallationOnPracticeTest {
    private static final InstallationId ID = InstallationId.of("0b1e7f5e-53c1-4c0b-a3a1-0d8d3f5f2a10");
    private static final String NAMESPACE = "hexabase-system";

    @ParameterizedTest
    @CsvSource({
        "small-enterprise, one-zone-3-nodes, 3, 2",
        "medium-enterprise, three-zones-6-nodes, 5, 3",
        "large-enterprise, three-zones-12-nodes, 6, 3"
    })
    void everyObjectIsTakenAndEverythingGetsReady(String profile, String shape, int replicas, int databases) {
        var ground = new PracticeGround(PracticeSite.named(shape).orElseThrow());
        var objects = render(profile);
        for (var object : objects) {
            assertThat(ground.connection.apply(object, ApplyOptions.REAL))
                    .as("%s", object)
                    .isInstanceOfSatisfying(
                            ApplyResult.Applied.class,
                            applied -> assertThat(applied.warnings()).isEmpty());
        }
        ground.pass(60);
        var plane = ground.get(ResourceKind.DEPLOYMENT.named(NAMESPACE, "hexabase-control-plane"));
        assertThat(plane.number("/status/availableReplicas", 0)).isEqualTo(replicas);
        assertThat(plane.at("/status/conditions").toString()).doesNotContain("ReplicaFailure");
        var database = ground.get(ResourceKind.DATABASE_CLUSTER.named(NAMESPACE, "hexabase-db"));
        assertThat(database.number("/status/readyInstances", 0)).isEqualTo(databases);
        assertThat(database.text("/status/phase")).isEqualTo("Cluster in healthy state");
        assertThat(Conditions.isTrue(database.tree(), "Ready")).isTrue();
        assertThat(ground.connection.listAll(ListQuery.of(ResourceKind.JOB)))
                .singleElement()
                .satisfies(job ->
                        assertThat(Conditions.isTrue(job.tree(), "Complete")).isTrue());
        unchanged(ground, objects);
    }

    private static void unchanged(PracticeGround ground, List<KubeObject> objects) {
        for (var object : objects) {
            var live = ground.get(object.ref());
            assertThat(ground.applied(object)).isEqualTo(live);
        }
    }

    private static List<KubeObject> render(String profile) {
        return new Manifests()
                .render(new ManifestInput(ID, "hq", 1, Profile.of(profile).settings())).stream()
                        .map(RenderedObject::object)
                        .toList();
    }
}
