package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Servers that are gone or hang: every call ends in time, and other clusters do not notice. */
interface TroubleContract extends ContractGround {
    Duration PATIENCE = Duration.ofSeconds(12);

    @Test
    default void aCutOffServerIsAFailedConnectionAndComesBack() {
        assertThat(connection().serverInfo().major()).isEqualTo(1);
        cluster().cutOff();
        try {
            assertThatThrownBy(() -> connection().serverInfo()).isInstanceOf(ConnectionFailed.class);
            assertThatThrownBy(() -> connection().get(configMapRef("any"))).isInstanceOf(ConnectionFailed.class);
            assertThatThrownBy(() -> connection().apply(configMap("any", "k", "v"), ApplyOptions.REAL))
                    .isInstanceOfSatisfying(ConnectionFailed.class, failed -> {
                        assertThat(failed.problem().code()).startsWith("kube-");
                        assertThat(failed.problem().words()).isNotBlank();
                    });
        } finally {
            cluster().restore();
        }
        assertThat(connection().get(configMapRef("any"))).isEmpty();
    }

    @Test
    default void aHangingServerTimesOutOnEveryCall() {
        assertThat(connection().serverInfo().major()).isEqualTo(1);
        cluster().hang();
        try {
            var ref = configMapRef("any");
            List<Runnable> calls = List.of(
                    () -> connection().serverInfo(),
                    () -> connection().capacity(),
                    () -> connection().whoAmI(),
                    () -> connection().checkAccess(List.of(AccessQuestion.of("get", ResourceKind.NODE, null))),
                    () -> connection().serves(ResourceKind.POD),
                    () -> connection().apply(configMap("any", "k", "v"), ApplyOptions.REAL),
                    () -> connection().dryRunCreate(Samples.pod(namespace(), "any")),
                    () -> connection().get(ref),
                    () -> connection().list(configMaps()),
                    () -> connection().delete(ref, DeleteOptions.BACKGROUND));
            var running = calls.stream().map(TroubleContract::inBackground).toList();
            running.forEach(call -> assertThatThrownBy(() -> call.get(PATIENCE.toSeconds() * 3, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ConnectionFailed.class));
            running.forEach(call -> assertThat(call.exceptionNow())
                    .isInstanceOfSatisfying(
                            ConnectionFailed.class,
                            failed -> assertThat(failed.kind()).isEqualTo(ConnectionFailed.Kind.TIMED_OUT)));
        } finally {
            cluster().restore();
        }
        eventually().ignoreExceptions().until(() -> connection().serverInfo().major() == 1);
    }

    @Test
    default void aHangingServerHoldsUpNoOtherCluster() {
        cluster().hang();
        try {
            var stuck = inBackground(() -> connection().listAll(configMaps()));
            for (int n = 0; n < 20; n++) {
                assertThat(inBackground(() -> cluster().anotherCluster().serverInfo()))
                        .succeedsWithin(Duration.ofSeconds(2));
            }
            assertThatThrownBy(() -> stuck.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ConnectionFailed.class);
        } finally {
            cluster().restore();
        }
    }

    @Test
    default void closingAWatchOfAHangingServerIsPrompt() {
        var diary = new WatchDiary();
        var watch = connection().watch(configMaps(), diary);
        eventually().until(diary::connected);
        cluster().hang();
        try {
            assertThat(inBackground(watch::close)).succeedsWithin(Duration.ofSeconds(2));
        } finally {
            cluster().restore();
        }
    }

    private static CompletableFuture<Void> inBackground(Runnable work) {
        return CompletableFuture.runAsync(work, task -> Thread.ofVirtual().start(task));
    }
}
