package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.Step;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long things took in the last finished rollout. Times are known by step; of a single object only where it was the
 * only one of its step.
 *
 * @param plan what that rollout carried out
 */
record LastTime(Rollout rollout, Plan plan) {
    private static final int LONGEST = 3;
    private static final Set<ResourceKind> WAITED_FOR = Set.of(ResourceKind.DEPLOYMENT, ResourceKind.STATEFUL_SET);

    /** How long the step took, pauses left out. */
    Optional<Duration> took(Phase phase) {
        return step(phase).flatMap(Step::took);
    }

    private Optional<Step> step(Phase phase) {
        return rollout.steps().stream().filter(step -> step.phase() == phase).findFirst();
    }

    /** What is known about an object that the plan under review changes. */
    List<String> words(PlanEntry entry) {
        if (entry.action() == Action.UNCHANGED) {
            return List.of();
        }
        var words = new ArrayList<String>();
        step(entry.phase()).ifPresent(step -> step.took().ifPresent(took -> words.add(words(entry, step, took))));
        if (WAITED_FOR.contains(entry.ref().kind())) {
            took(Phase.WAIT_AVAILABLE)
                    .ifPresent(took -> words.add(Texts.get("rollout.last.available", Formats.took(took))));
        }
        return words;
    }

    private String words(PlanEntry entry, Step step, Duration took) {
        var dealtWith = plan.entries().stream()
                .filter(each -> each.phase() == entry.phase())
                .toList();
        // the last step checks everything before it deletes
        var alone = entry.phase() != Phase.VERIFY
                && dealtWith.size() == 1
                && dealtWith.getFirst().ref().kind().equals(entry.ref().kind());
        return alone
                ? Texts.get("rollout.last.object", rollout.number(), Formats.took(took))
                : Texts.get(
                        "rollout.last.step",
                        rollout.number(),
                        step.number(),
                        PlanWords.phase(step.phase()),
                        Formats.took(took),
                        step.objects());
    }

    /** The whole of it, and the steps that took longest. */
    String summary() {
        var end = rollout.endedAt();
        var longest = rollout.steps().stream()
                .filter(step -> step.took().orElse(Duration.ZERO).toSeconds() > 0)
                .sorted(Comparator.comparing((Step step) -> step.took().orElse(Duration.ZERO))
                        .reversed())
                .limit(LONGEST)
                .map(step -> Texts.get(
                        "rollout.last.longest.step",
                        PlanWords.phase(step.phase()),
                        Formats.took(step.took().orElse(Duration.ZERO))))
                .collect(Collectors.joining(Texts.get("rollout.last.longest.separator")));
        var took = Formats.took(rollout.took(end == null ? rollout.startedAt() : end));
        return longest.isEmpty()
                ? Texts.get("rollout.last.whole", rollout.number(), took)
                : Texts.get("rollout.last.whole.longest", rollout.number(), took, longest);
    }
}
