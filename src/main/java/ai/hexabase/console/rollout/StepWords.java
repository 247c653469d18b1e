package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.manifest.Phase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sentences about what a step did. */
final class StepWords {
    private StepWords() {}

    /** The phase as translation keys name it. */
    static String key(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    /** Names the object when there is one, counts them when there are several. */
    static Message summary(List<PlanEntry> entries) {
        if (entries.isEmpty()) {
            return Message.of("rollout.done.nothing");
        }
        var kinds = Arrays.stream(Action.values())
                .filter(action -> count(entries, action) > 0)
                .toList();
        if (kinds.size() > 1) {
            return Message.of(
                    kinds.contains(Action.REPLACE) ? "rollout.done.mixed.replaced" : "rollout.done.mixed",
                    count(entries, Action.CREATE),
                    count(entries, Action.CHANGE),
                    count(entries, Action.DELETE),
                    count(entries, Action.UNCHANGED),
                    count(entries, Action.REPLACE));
        }
        var key = "rollout.done." + kinds.getFirst().name().toLowerCase(Locale.ROOT);
        return entries.size() == 1
                ? Message.of(key + ".one", entries.getFirst().ref().name())
                : Message.of(key, entries.size());
    }

    private static long count(List<PlanEntry> entries, Action action) {
        return entries.stream().filter(entry -> entry.action() == action).count();
    }
}
