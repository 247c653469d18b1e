package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.status.Snapshot;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;

/** Which clusters are silent, and which cannot be followed. */
final class LiveNotices extends Div {
    void show(LiveModel<?> model) {
        removeAll();
        for (var snapshot : model.snapshots()) {
            notice(snapshot, model.name(snapshot.scope().cluster())).ifPresent(this::add);
        }
    }

    private static Optional<ProblemNotice> notice(Snapshot<?> snapshot, String cluster) {
        if (snapshot.reachability() instanceof Reachability.UnknownSince unknown) {
            return Optional.of(new ProblemNotice(
                    Status.UNKNOWN,
                    Texts.get("status.silent", cluster),
                    Texts.of(unknown.problem().what())));
        }
        var problem = snapshot.problem();
        return problem != null && snapshot.reachability().isLive()
                ? Optional.of(new ProblemNotice(Status.WARNING, problem))
                : Optional.empty();
    }
}
