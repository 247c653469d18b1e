package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.installation.ThreeWay;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says that somebody else saved a revision since this draft began, and leads to what both changed. */
final class Elsewhere extends Div {
    private final transient WizardDraft draft;
    private final transient Clusters clusters;
    private final transient Clock clock;
    private final transient Runnable merged;
    private @Nullable Integer told;

    /** @param merged told when the draft goes on on top of the other revision */
    Elsewhere(WizardDraft draft, Clusters clusters, Clock clock, Runnable merged) {
        this.draft = draft;
        this.clusters = clusters;
        this.clock = clock;
        this.merged = merged;
        setVisible(false);
    }

    /** Redraws only when there is another revision, so that a screen reader is not told twice. */
    void refresh() {
        var found = draft.threeWay().orElse(null);
        var number = found == null ? null : found.theirs().number();
        if (!Objects.equals(number, told)) {
            told = number;
            removeAll();
            setVisible(found != null);
            if (found != null) {
                add(notice(found));
            }
        }
    }

    private ProblemNotice notice(ThreeWay found) {
        var theirs = found.theirs();
        var at = Formats.when(theirs.createdAt(), clock.instant(), ReaderZone.get());
        var comment = theirs.comment().isBlank() ? "" : Texts.get("threeWay.comment", theirs.comment());
        return new ProblemNotice(
                Status.WARNING,
                Texts.get("threeWay.what", theirs.createdBy(), theirs.number(), at),
                Texts.get("threeWay.why", found.base().number(), comment),
                Layouts.plain(Texts.get("threeWay.see"), this::open));
    }

    /** Shows what both changed, as of now. */
    void open() {
        draft.threeWay()
                .ifPresent(found -> new ThreeWayDialog(found, clusters, result -> {
                            draft.rebase(found, result);
                            merged.run();
                        })
                        .open());
    }
}
