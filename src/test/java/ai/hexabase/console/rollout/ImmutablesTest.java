package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImmutablesTest {
    private static final Refusal.Cause SELECTOR =
            new Refusal.Cause("spec.selector", "Invalid value: {\"matchLabels\":{\"app\":\"x\"}}: field is immutable");
    private static final Refusal.Cause REPLICAS =
            new Refusal.Cause("spec.replicas", "Invalid value: -1: must be greater than or equal to 0");

    private static Refusal refusal(int code, Refusal.Cause... causes) {
        return new Refusal(code, "Invalid", "no", List.of(causes));
    }

    @Test
    void aFieldThatCannotBeChangedIsToldWithoutTheValueTheServerRepeats() {
        assertThat(Immutables.of(ResourceKind.DEPLOYMENT, refusal(422, SELECTOR)))
                .containsExactly(new Refusal.Cause("spec.selector", "field is immutable"));
    }

    @Test
    void anyOtherReasonBesideKeepsItARefusal() {
        assertThat(Immutables.of(ResourceKind.DEPLOYMENT, refusal(422, SELECTOR, REPLICAS)))
                .isEmpty();
        assertThat(Immutables.of(ResourceKind.DEPLOYMENT, refusal(403, SELECTOR)))
                .isEmpty();
        assertThat(Immutables.of(ResourceKind.DEPLOYMENT, refusal(422))).isEmpty();
    }

    @Test
    void whatHoldsOthersIsNeverReplaced() {
        assertThat(Immutables.of(ResourceKind.DATABASE_CLUSTER, refusal(422, SELECTOR)))
                .isEmpty();
        assertThat(Immutables.of(ResourceKind.NAMESPACE, refusal(422, SELECTOR)))
                .isEmpty();
    }
}
