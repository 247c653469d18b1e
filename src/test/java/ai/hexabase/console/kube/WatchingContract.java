package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Watches: complete, ordered, and standing through every kind of trouble. */
interface WatchingContract extends ContractGround {
    @Test
    default void watchListsWhatIsThereAndTellsWhatChangesInOrder() {
        applied(configMap("there", "n", "0"));
        var diary = new WatchDiary();
        try (var watch = connection().watch(configMaps(), diary)) {
            eventually().until(() -> diary.connected() && diary.lists() == 1);
            assertThat(diary.heard()).containsExactly("listed 1");
            IntStream.rangeClosed(1, 10).forEach(n -> applied(configMap("counter", "n", "" + n)));
            connection().delete(configMapRef("there"), DeleteOptions.BACKGROUND);
            eventually().until(() -> diary.heard().contains("removed there"));
            var expected = IntStream.rangeClosed(1, 10)
                    .mapToObj(n -> "upserted counter " + n)
                    .collect(Collectors.toList());
            expected.addFirst("listed 1");
            expected.addLast("removed there");
            assertThat(diary.heard()).isEqualTo(expected);
            assertThat(diary.known().get("counter"))
                    .isEqualTo(connection().get(configMapRef("counter")).orElseThrow());
            assertThat(diary.mistakes()).isEmpty();
            assertThat(watch).isNotNull();
        }
    }

    @Test
    default void watchHearsNothingOfObjectsOutsideItsQuery() {
        var diary = new WatchDiary();
        try (var watch = connection().watch(configMaps(), diary)) {
            eventually().until(diary::connected);
            applied(Samples.yaml("""
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {namespace: %s, name: unlabelled}
                    """.formatted(namespace())));
            applied(configMap("labelled", "n", "1"));
            eventually().until(() -> diary.names().contains("labelled"));
            assertThat(diary.names()).containsExactly("labelled");
            unlabel("labelled");
            eventually().until(() -> diary.names().isEmpty());
            assertThat(watch).isNotNull();
        }
    }

    private void unlabel(String name) {
        applied(Samples.yaml("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {namespace: %s, name: %s}
                data: {n: "2"}
                """.formatted(namespace(), name)));
    }

    @Test
    default void watchReadsLongListsCompletely() {
        IntStream.range(0, 12).forEach(n -> applied(configMap("many-" + n, "n", "" + n)));
        var diary = new WatchDiary();
        try (var watch = connection().watch(configMaps().limit(5), diary)) {
            eventually().until(() -> diary.lists() == 1);
            assertThat(diary.heard()).containsExactly("listed 12");
            assertThat(watch).isNotNull();
        }
    }

    @Test
    default void closedWatchHearsNothingMore() {
        var diary = new WatchDiary();
        var watch = connection().watch(configMaps(), diary);
        eventually().until(diary::connected);
        watch.close();
        int before = diary.heard().size();
        applied(configMap("later", "n", "1"));
        Awaitility.await()
                .during(Duration.ofMillis(700))
                .atMost(Duration.ofSeconds(5))
                .until(() -> diary.heard().size() == before);
    }

    @Test
    default void watchTellsWhenItIsRefusedAndKeepsTrying() {
        var diary = new WatchDiary();
        try (var watch = cluster()
                .readerOfConfigMaps()
                .watch(ListQuery.of(ResourceKind.POD).in(namespace()), diary)) {
            eventually().until(() -> !diary.problems().isEmpty());
            assertThat(diary.problems().getFirst().code()).isEqualTo("kube-denied");
            assertThat(diary.problems().getFirst().words()).contains("forbidden");
            assertThat(diary.connected()).isFalse();
            assertThat(watch).isNotNull();
        }
    }

    @Test
    default void watchSurvivesForgottenHistory() {
        var diary = survives(() -> cluster().forgetHistory());
        assertThat(diary.lists()).as("listed again").isGreaterThan(1);
    }

    @Test
    default void watchSurvivesARestartOfTheServer() {
        survives(() -> cluster().restartServer());
    }

    @Test
    default void watchSurvivesADisconnect() {
        var diary = new WatchDiary();
        try (var watch = connection().watch(configMaps(), diary)) {
            eventually().until(diary::connected);
            applied(configMap("kept", "n", "1"));
            eventually().until(() -> diary.names().contains("kept"));
            cluster().cutOff();
            eventually().until(() -> !diary.connected());
            assertThat(diary.problems()).isNotEmpty();
            assertThat(diary.names()).containsExactly("kept");
            cluster().applyAs("somebody-else", configMap("meanwhile", "n", "1"));
            cluster().restore();
            eventually().until(() -> diary.connected() && diary.names().contains("meanwhile"));
            assertThat(diary.names()).containsExactlyInAnyOrder("kept", "meanwhile");
            assertThat(diary.mistakes()).isEmpty();
            assertThat(watch).isNotNull();
        } finally {
            cluster().restore();
        }
    }

    /** Objects come, change and go before, during and after the trouble; the watch ends up with exactly what is there. */
    private WatchDiary survives(Runnable trouble) {
        IntStream.range(0, 5).forEach(n -> applied(configMap("before-" + n, "n", "0")));
        var diary = new WatchDiary();
        try (var watch = connection().watch(configMaps(), diary)) {
            eventually().until(() -> diary.connected() && diary.names().size() == 5);
            trouble.run();
            eventually()
                    .ignoreExceptions()
                    .until(() -> connection().serverInfo().atLeast(1, 30));
            eventually().ignoreExceptions().untilAsserted(() -> applied(configMap("before-1", "n", "1")));
            connection().delete(configMapRef("before-2"), DeleteOptions.BACKGROUND);
            IntStream.range(0, 5).forEach(n -> applied(configMap("after-" + n, "n", "0")));
            eventually().untilAsserted(() -> {
                var there = connection().listAll(configMaps()).stream()
                        .collect(Collectors.toMap(KubeObject::name, KubeObject::resourceVersion));
                assertThat(there).hasSize(9);
                assertThat(diary.connected()).isTrue();
                assertThat(diary.known().values().stream()
                                .collect(Collectors.toMap(KubeObject::name, KubeObject::resourceVersion)))
                        .isEqualTo(there);
            });
            assertThat(diary.mistakes()).isEmpty();
            assertThat(watch).isNotNull();
            return diary;
        }
    }
}
