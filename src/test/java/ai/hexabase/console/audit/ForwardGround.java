package ai.hexabase.console.audit;

import ai.hexabase.console.audit.ForwardTarget.Kind;
import ai.hexabase.console.jobs.Next;
import ai.hexabase.console.test.HandClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A record of its own, and what forwards it, driven by hand. */
abstract class ForwardGround extends RetentionGround {
    final HandClock clock = new HandClock();
    ForwardStore targets;
    Forwarding forwarding;

    @BeforeEach
    final void prepare() {
        targets = new ForwardStore(db);
        forwarding = new Forwarding(targets, store, stored, new Carriers(targets, sealer), acts(admin, clock), clock);
    }

    ForwardTarget target(Kind kind, String address, boolean single, String authorities) {
        return new ForwardTarget(
                UUID.randomUUID(),
                "siem",
                kind,
                address,
                single,
                "",
                authorities,
                false,
                new ForwardTarget.Progress(0, 0, null, null));
    }

    UUID kept(ForwardTarget target) {
        targets.insert(target, null, clock.instant());
        return target.id();
    }

    /** One piece of the work, as its scheduler runs it. */
    Next.Again piece(UUID id) {
        return (Next.Again) forwarding.piece(id.toString(), () -> false);
    }

    ForwardTarget.Progress progress(UUID id) {
        return targets.find(id).orElseThrow().progress();
    }

    void record(int count) {
        for (var number = 0; number < count; number++) {
            acts(admin, clock).record(Act.of("cluster.change").on("cluster", "id", "東京 \"1\\]"));
        }
    }

    /** What was sent as JSON, in the order in which it came. */
    static List<Long> seqs(List<String> texts) {
        return texts.stream()
                .map(text -> tools.jackson.databind.json.JsonMapper.shared()
                        .readTree(text.substring(text.indexOf('{')))
                        .path("seq")
                        .asLong())
                .toList();
    }
}
