package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final List<Integer> QUESTIONS =
            IntStream.range(0, 40).boxed().toList();

    @Test
    void answersStandInTheOrderOfTheQuestions() {
        assertThat(SideBySide.map(QUESTIONS, question -> question * 2))
                .isEqualTo(IntStream.range(0, 40).mapToObj(each -> each * 2).toList());
        assertThat(SideBySide.map(List.of(), Object::toString)).isEmpty();
    }

    @Test
    void eightAreAskedAtOnceAndNeverMore() {
        var together = new CyclicBarrier(8);
        var under = new AtomicInteger();
        var most = new AtomicInteger();
        SideBySide.map(QUESTIONS, question -> {
            most.accumulateAndGet(under.incrementAndGet(), Math::max);
            try {
                return together.await(20, TimeUnit.SECONDS);
            } catch (Exception alone) {
                throw new IllegalStateException(alone);
            } finally {
                under.decrementAndGet();
            }
        });
        assertThat(most.get()).isLessThanOrEqualTo(8);
    }

    @Test
    void aQuestionThatFailsFailsAsIfAskedAlone() {
        var lost = new ConnectionFailed(ConnectionFailed.Kind.values()[0], "https://cluster", "no answer", null);
        assertThatThrownBy(() -> SideBySide.map(QUESTIONS, question -> {
                    if (question == 7) {
                        throw lost;
                    }
                    return question;
                }))
                .isSameAs(lost);
    }
}
