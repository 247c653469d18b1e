package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.WizardStep;
import java.util.List;
import java.util.stream.IntStream;

/** How far the draft is: the wizard's steps, what was chosen in each, and which can be opened. */
final class WizardProgress {
    private static final List<String> STEPS = List.of("needs", "profile", "target", "settings", "save");

    private final WizardContext context;
    private final WizardDraft draft;

    WizardProgress(WizardContext context) {
        this.context = context;
        this.draft = context.draft();
    }

    /** What the button that leads on from a step says. */
    String wayOn(int step) {
        return Texts.get("installation.next." + STEPS.get(step - 1), draft.revision());
    }

    List<WizardStep> steps(int current) {
        return IntStream.rangeClosed(1, STEPS.size())
                .mapToObj(number -> step(number, number == current))
                .toList();
    }

    private WizardStep step(int number, boolean current) {
        var reachable = number >= draft.firstStep() && number <= draft.furthest();
        return new WizardStep(
                Texts.get("installation.step." + STEPS.get(number - 1)),
                chosen(number),
                draft.isDone(number),
                current,
                reachable ? InstallationLinks.draft(draft.id(), number) : "");
    }

    private String chosen(int number) {
        return switch (number) {
            case 1 -> needs();
            case 2 -> draft.hasSettings() ? draft.settings().profile() : "";
            case 3 -> context.cluster().map(RegisteredCluster::name).orElse("");
            case 4 -> draft.hasSettings() && draft.isDone(3) ? settings() : "";
            default -> Texts.get("installation.step.save.chosen", draft.revision());
        };
    }

    private String needs() {
        return draft.content()
                .answers()
                .needs()
                .map(needs -> Texts.get("installation.step.needs.chosen", needs.users(), needs.vclusters()))
                .orElse("");
    }

    private String settings() {
        return Texts.get(
                "installation.step.settings.chosen",
                draft.problems().size(),
                draft.changed().size());
    }
}
