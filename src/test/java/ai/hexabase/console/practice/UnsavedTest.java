package ai.hexabase.console.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnsavedTest {
    private static final ObjectRef THING = ResourceKind.CONFIG_MAP.named("shop", "thing");

    private final Fragile memory = new Fragile();
    private final PracticeGround ground = new PracticeGround(PracticeSite.READY_MADE.getFirst(), "fragile", memory);

    /** Keeps the names of what was saved, unless it is broken. */
    private static final class Fragile implements PracticeMemory {
        private final Set<ObjectRef> saved = new HashSet<>();
        private boolean broken;

        @Override
        public Optional<Remembered> load(String cluster) {
            return Optional.empty();
        }

        @Override
        public void save(String cluster, Progress progress) {
            if (broken) {
                throw new IllegalStateException("the database restarts");
            }
            saved.addAll(progress.objects().keySet());
        }

        @Override
        public void forget(String cluster) {}
    }

    @Test
    void whatCannotBeSavedIsAFailureAndIsSavedLater() {
        memory.broken = true;
        assertThatThrownBy(() -> ground.applied(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {namespace: shop, name: thing}, data: {k: v}}"))
                .isInstanceOfSatisfying(ConnectionFailed.class, failed -> {
                    assertThat(failed.kind()).isEqualTo(ConnectionFailed.Kind.SERVER_ERROR);
                    assertThat(failed.problem().words()).isEqualTo("the database restarts");
                });
        assertThat(memory.saved).doesNotContain(THING);
        memory.broken = false;
        assertThat(ground.connection.get(THING)).isPresent();
        assertThat(memory.saved).contains(THING);
    }
}
