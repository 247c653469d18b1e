package ai.hexabase.console.drift;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.jobs.Next;
import ai.hexabase.console.jobs.Work;
import ai.hexabase.console.rollout.Baselines;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** The regular complete comparison of each installation: by one of the consoles that share the database at a time. */
@Component
class DriftWork implements Work {
    static final String NAME = "drift";
    private static final Duration OVERTAKEN = Duration.ofSeconds(5);
    /** What ends the obstacle wakes the job; this is for what nobody noticed. */
    private static final Duration NOT_NOW = Duration.ofMinutes(1);

    private final Baselines baselines;
    private final Comparer comparer;
    private final DriftSettings settings;
    private final Clock clock;

    DriftWork(Baselines baselines, Comparer comparer, DriftSettings settings, Clock clock) {
        this.baselines = baselines;
        this.comparer = comparer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> open() {
        return baselines.installations().stream().map(InstallationId::toString).toList();
    }

    @Override
    public Next piece(String id, BooleanSupplier stopping) {
        var pause = switch (comparer.all(InstallationId.of(id))) {
            case COMPARED -> settings.interval();
            case OVERTAKEN -> OVERTAKEN;
            case NOT_NOW -> NOT_NOW;
        };
        return new Next.Again(clock.instant().plus(pause));
    }
}
