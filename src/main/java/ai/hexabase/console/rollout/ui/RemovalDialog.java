package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.Removal;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import java.util.List;
import java.util.stream.Collectors;

/** Asks for the installation's name before it is taken from its cluster. */
final class RemovalDialog {
    private RemovalDialog() {}

    static TypedConfirmation open(Plan plan, Runnable start) {
        var name = plan.installationName();
        var dialog = new TypedConfirmation(
                        Texts.get("rollout.removal.review.title", name, plan.clusterName()),
                        name,
                        Texts.get("rollout.removal.confirm"),
                        start)
                .lost(Texts.get("rollout.removal.confirm.lost", plan.entries().size()));
        var removal = plan.removal();
        if (removal != null && !removal.volumes().isEmpty()) {
            var volumes = names(removal.volumes());
            if (removal.deletesVolumes()) {
                dialog.lost(Texts.get("rollout.removal.confirm.data", volumes));
            } else {
                dialog.kept(volumes);
            }
        }
        dialog.note(Texts.get("rollout.removal.confirm.people")).note(Texts.get("rollout.removal.back"));
        dialog.open();
        return dialog;
    }

    private static String names(List<Removal.Volume> volumes) {
        return volumes.stream()
                .map(volume -> volume.claim().name() + " (" + volume.size() + ")")
                .collect(Collectors.joining(", "));
    }
}
