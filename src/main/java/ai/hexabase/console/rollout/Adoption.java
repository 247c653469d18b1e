package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.ObjectRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The question whether a plan takes over an object that is not this installation's, and what somebody answered.
 *
 * @param object what stands there
 * @param owner whose it is now
 * @param answer null while nobody answered
 * @param by who answered
 * @param at when
 */
public record Adoption(
        ObjectRef object,
        CurrentOwner owner,
        @Nullable Answer answer,
        @Nullable String by,
        @Nullable Instant at) {
    /** What somebody answered. */
    public enum Answer {
        /** The installation takes it over: it changes it, watches over it, and removes it with itself. */
        ADOPT,
        /** It stays whose it is; the plan cannot be carried out. */
        REFUSE
    }

    Adoption answered(Answer newAnswer, String person, Instant now) {
        return new Adoption(object, owner, newAnswer, person, now);
    }

    /** Whether somebody may take it over at all: never from another installation. */
    public boolean isPossible() {
        return owner.kind() != CurrentOwner.Kind.OTHER_INSTALLATION;
    }

    public boolean isAdopted() {
        return answer == Answer.ADOPT;
    }
}
