package ai.hexabase.console.setup;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the first-time setup, and what administrators passed, skipped or do not want to see any more. */
@Service
public class SetupSteps {
    private final List<SetupStep> steps;
    private final SetupStore store;
    private final Acts acts;
    private final ActingPerson person;

    SetupSteps(List<SetupStep> contributed, SetupStore store, Acts acts, ActingPerson person) {
        this.steps = contributed.stream()
                .sorted(Comparator.comparingInt(SetupStep::order))
                .toList();
        this.store = store;
        this.acts = acts;
        this.person = person;
    }

    /** All steps in their order, by the facts of this moment; for administrators. */
    public List<StepState> all() {
        person.require(Role.ADMIN);
        var marks = store.marks();
        return steps.stream()
                .map(step -> state(step, marks.getOrDefault(step.id(), SetupStore.Mark.NONE)))
                .toList();
    }

    /** Opens a step for an administrator to work on. */
    public SetupPart open(String id, Runnable changed) {
        person.require(Role.ADMIN);
        return steps.stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id))
                .open(changed);
    }

    /** Hears, on any thread, that a step may stand otherwise, until closed. */
    public AutoCloseable onChange(Runnable listener) {
        var subscriptions = steps.stream().map(step -> step.onChange(listener)).toList();
        return () -> {
            for (var subscription : subscriptions) {
                subscription.close();
            }
        };
    }

    private static StepState state(SetupStep step, SetupStore.Mark mark) {
        var now = now(step);
        return new StepState(step, now.standing(), now.line(), mark.passedAt() != null, mark.skippedAt() != null);
    }

    /** What cannot be asked is told in the step's own line; the others are not held up by it. */
    private static SetupStep.State now(SetupStep step) {
        try {
            return step.state();
        } catch (ProblemException unknown) {
            return new SetupStep.State(
                    SetupStep.Standing.OPEN, unknown.problem().what());
        }
    }

    /** The first step that is neither done nor skipped; the last one when there is none. */
    public String first() {
        return first(all());
    }

    private static String first(List<StepState> all) {
        return all.stream()
                .filter(state -> !state.isBehind())
                .findFirst()
                .orElseGet(all::getLast)
                .id();
    }

    /** The step itself while all before it are done or skipped, else {@link #first()}. */
    public String reachable(String wanted) {
        var all = all();
        var before = all.stream().takeWhile(state -> !state.id().equals(wanted)).toList();
        var isKnown = before.size() < all.size();
        return isKnown && before.stream().allMatch(StepState::isBehind) ? wanted : first(all);
    }

    /** When somebody last went on or skipped. */
    public Optional<Instant> keptAt() {
        return store.marks().values().stream()
                .flatMap(mark -> Stream.of(mark.passedAt(), mark.skippedAt()))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** Goes on from a step; one that is open is problem {@code setup-step-open}. */
    @Transactional
    public void pass(String id) {
        var intent = act("setup.step-done", id);
        acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            var state = get(id);
            if (state.standing() == SetupStep.Standing.OPEN) {
                throw new ProblemException(Problem.of("setup-step-open", id));
            }
            if (!state.passed()) {
                store.pass(id, person.name());
                acts.record(intent);
            }
        });
    }

    /** Leaves a step for later; it stays on the checklist. */
    @Transactional
    public void skip(String id) {
        var intent = act("setup.step-skipped", id);
        acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            if (!get(id).skipped()) {
                store.skip(id, person.name());
                acts.record(intent);
            }
        });
    }

    private StepState get(String id) {
        return all().stream().filter(state -> state.id().equals(id)).findFirst().orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(Problem.of("setup-step-unknown", id));
    }

    /** What the home screen's checklist names; empty for everybody but administrators, and once it is not wanted. */
    public List<StepState> checklist() {
        if (!person.may(Role.ADMIN) || store.isHidden()) {
            return List.of();
        }
        return all().stream().filter(StepState::isLeft).toList();
    }

    /** The checklist is not shown any more, to nobody. */
    @Transactional
    public void hideChecklist() {
        var intent = act("setup.checklist-hidden", "checklist");
        acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            if (store.hide(person.name())) {
                acts.record(intent);
            }
        });
    }

    private static Act act(String kind, String step) {
        return Act.of(kind).on("setup", step, step);
    }
}
