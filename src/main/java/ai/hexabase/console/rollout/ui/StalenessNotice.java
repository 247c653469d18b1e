package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import java.util.function.Supplier;

/** Says that a plan holds no longer and why, or that this could not be found out. */
final class StalenessNotice {
    private static final int MOST_REASONS = 5;

    private StalenessNotice() {}

    /** @param again makes a button that plans again */
    static Optional<ProblemNotice> of(Staleness staleness, Supplier<Component> again) {
        return switch (staleness) {
            case Staleness.Stale stale -> Optional.of(marked(stale(stale, again.get())));
            case Staleness.Unknown unknown ->
                Optional.of(marked(new ProblemNotice(Status.UNKNOWN, unknown.why(), again.get())));
            case Staleness.Asking asking -> Optional.empty();
            case Staleness.Holds holds -> Optional.empty();
        };
    }

    private static ProblemNotice marked(ProblemNotice notice) {
        notice.addClassName("hx-stale");
        return notice;
    }

    private static ProblemNotice stale(Staleness.Stale stale, Component again) {
        var reasons = new UnorderedList();
        reasons.addClassName("hx-reasons");
        stale.reasons().stream().limit(MOST_REASONS).forEach(reason -> reasons.add(new ListItem(Texts.of(reason))));
        var more = stale.reasons().size() - MOST_REASONS;
        if (more > 0) {
            reasons.add(new ListItem(Texts.get("rollout.stale.more", more)));
        }
        return new ProblemNotice(Status.WARNING, Texts.get("rollout.stale.what"), Texts.get("rollout.stale.why"), again)
                .more(reasons);
    }
}
