package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;

/** Words and signs for plans. */
final class PlanWords {
    private PlanWords() {}

    static String phase(Phase phase) {
        return Texts.get("rollout.phase." + lower(phase));
    }

    /** "deleted", "changed"... */
    static String done(Action action) {
        return Texts.get("rollout.action." + lower(action));
    }

    static String object(PlanEntry entry) {
        return object(entry.ref());
    }

    static String object(ObjectRef ref) {
        return ref.kind().kind() + " " + ref.name();
    }

    /** The small square with the sign; the word must stand beside it or in its label. */
    static Span sign(Action action) {
        var sign = new Span();
        sign.addClassNames(
                "hx-op",
                switch (action) {
                    case DELETE -> "hx-op-delete";
                    case REPLACE -> "hx-op-replace";
                    case CHANGE -> "hx-op-change";
                    case CREATE -> "hx-op-create";
                    case UNCHANGED -> "hx-op-same";
                });
        sign.getElement().setAttribute("aria-hidden", "true");
        return sign;
    }

    static String symbol(Action action) {
        return switch (action) {
            case DELETE -> "−";
            case REPLACE -> "±";
            case CHANGE -> "~";
            case CREATE -> "+";
            case UNCHANGED -> "=";
        };
    }

    /** What somebody should look at in this object; empty when nothing. */
    static Optional<Status> mark(Plan plan, PlanEntry entry) {
        if (entry.problem() != null || plan.isOpen(entry)) {
            return Optional.of(Status.FAILED);
        }
        return entry.warnings().isEmpty() ? Optional.empty() : Optional.of(Status.WARNING);
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
