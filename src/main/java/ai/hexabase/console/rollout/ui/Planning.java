package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.news.ChangeListener;
import ai.hexabase.console.news.Changes;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Background.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Makes plans beside the pages, one per installation at a time; whoever looks at the installation sees the same. */
@Component
class Planning {
    /** Where the making of a plan stands. */
    sealed interface State {
        record Idle() implements State {}

        record Running(Instant since) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private static final State IDLE = new State.Idle();
    private final Map<InstallationId, State> states = new ConcurrentHashMap<>();
    private final Map<InstallationId, List<Runnable>> listeners = new ConcurrentHashMap<>();
    private final Plans plans;
    private final Clock clock;

    Planning(Plans plans, Changes changes, Clock clock) {
        this.plans = plans;
        this.clock = clock;
        changes.subscribe("plan", new OtherConsoles());
    }

    /** Plans that another console made or changed. */
    private final class OtherConsoles implements ChangeListener {
        @Override
        public void changed(UUID installation) {
            tell(new InstallationId(installation));
        }

        @Override
        public void anything() {
            listeners.keySet().forEach(Planning.this::tell);
        }
    }

    State state(InstallationId installation) {
        return states.getOrDefault(installation, IDLE);
    }

    /** Starts making a plan as the acting person, unless one is being made. */
    void start(InstallationId installation) {
        var running = new State.Running(clock.instant());
        var now = states.compute(installation, (id, was) -> was instanceof State.Running ? was : running);
        if (now == running) {
            tell(installation);
            Background.start(() -> finish(installation, Background.answer(() -> plans.make(installation))));
        }
    }

    /** Tells of every change around the plans of this installation, on any thread, until closed. */
    AutoCloseable subscribe(InstallationId installation, Runnable listener) {
        listeners
                .computeIfAbsent(installation, id -> new CopyOnWriteArrayList<>())
                .add(listener);
        return () -> listeners.computeIfPresent(installation, (id, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /** Somebody decided something about the plan. */
    void tell(InstallationId installation) {
        listeners.getOrDefault(installation, List.of()).forEach(Runnable::run);
    }

    private void finish(InstallationId installation, Answer<Plan> answer) {
        switch (answer) {
            case Answer.Value<Plan> made -> states.remove(installation);
            case Answer.Failed<Plan> failed -> states.put(installation, new State.Failed(failed.problem()));
        }
        tell(installation);
    }
}
