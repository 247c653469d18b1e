package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.rollout.Action;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.rollout.PodEffects;
import ai.hexabase.console.rollout.Replacement;
import ai.hexabase.console.uikit.DiffLine;
import ai.hexabase.console.uikit.DiffView;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happens to the object being read: its name, its differences or its whole text. */
final class ObjectPanel extends Div {
    private final Plan plan;
    private final Reading reading;
    private final boolean mayDecide;
    private final Optional<LastTime> last;
    private final PlanActions actions;
    private final Map<FieldClaim, Ownership> ownerships = new HashMap<>();
    private @Nullable Agreement agreement;

    /** @param last how long things took the last time, empty when there was none */
    ObjectPanel(Plan plan, Reading reading, boolean mayDecide, Optional<LastTime> last, PlanActions actions) {
        this.plan = plan;
        this.reading = reading;
        this.mayDecide = mayDecide;
        this.last = last;
        this.actions = actions;
        show();
    }

    /** Shows what is selected now. */
    void show() {
        removeAll();
        ownerships.clear();
        agreement = null;
        reading.entry(plan).ifPresent(this::show);
    }

    private void show(PlanEntry entry) {
        var diff = new DiffView(entry.before(), entry.after());
        diff.showWhole(reading.whole || entry.action() == Action.UNCHANGED);
        add(header(entry, diff));
        var replacement = entry.replacement();
        if (replacement == null) {
            addEffects(entry);
        } else {
            addAgreement(entry, replacement);
        }
        last.ifPresent(known -> addLine(Icons.CLOCK, known.words(entry)));
        var problem = entry.problem();
        if (problem != null) {
            add(new ProblemNotice(problem));
        }
        var adoption = plan.adoption(entry.ref());
        adoption.ifPresentOrElse(
                each -> add(new AdoptionNote(each, mayDecide, answer -> actions.adopt(entry, answer))),
                () -> entry.claims().forEach(claim -> addOwnership(entry, claim, diff)));
        add(diff);
    }

    private void addEffects(PlanEntry entry) {
        addLine(Icons.PODS, PodEffects.of(entry).stream().map(Texts::of).toList());
    }

    private void addLine(Icons icon, List<String> sentences) {
        if (!sentences.isEmpty()) {
            var line = new Div(icon.create());
            line.addClassName("hx-effects");
            sentences.forEach(sentence -> line.add(new Span(sentence)));
            add(line);
        }
    }

    void focusAgreement() {
        if (agreement != null) {
            agreement.focus();
        }
    }

    private void addAgreement(PlanEntry entry, Replacement replacement) {
        agreement = new Agreement(
                entry,
                replacement,
                plan.agreed().contains(entry.key()),
                mayDecide,
                agreed -> actions.agree(entry, agreed));
        add(agreement);
    }

    void focusDecision(FieldClaim claim) {
        var note = ownerships.get(claim);
        if (note != null) {
            note.focus();
        }
    }

    private void addOwnership(PlanEntry entry, FieldClaim claim, DiffView diff) {
        var note = new Ownership(
                claim,
                plan.revision(),
                plan.decision(claim),
                mayDecide,
                decision -> actions.decide(entry, claim, decision));
        ownerships.put(claim, note);
        if (diff.lines().stream().anyMatch(line -> Ownership.isAbout(line, claim))) {
            diff.noteBelow(line -> Ownership.isAbout(line, claim), note);
        } else {
            add(note);
        }
    }

    private Div header(PlanEntry entry, DiffView diff) {
        var name = new H2(PlanWords.object(entry));
        name.addClassName("hx-name");
        var where = new Span(where(entry, diff));
        where.addClassName("hx-sub");
        var changes = Reading.changes(plan).size();
        var progress = new Span(Texts.get("rollout.review.viewed", reading.viewed(plan), changes));
        progress.addClassName("hx-sub");
        progress.addClassName("hx-viewed");
        var end = new Div(progress, segments(diff), next());
        end.addClassName("hx-end");
        var header = new Div(PlanWords.sign(entry.action()), name, where, end);
        header.addClassName("hx-object-header");
        return header;
    }

    private static String where(PlanEntry entry, DiffView diff) {
        var namespace = entry.ref().namespace();
        return Texts.get(
                "rollout.review.where",
                namespace == null ? Texts.get("rollout.review.clusterWide") : namespace,
                count(diff, DiffLine.Kind.ADDED),
                count(diff, DiffLine.Kind.REMOVED));
    }

    private static long count(DiffView diff, DiffLine.Kind kind) {
        return diff.lines().stream().filter(line -> line.kind() == kind).count();
    }

    private Div segments(DiffView diff) {
        var changes = new NativeButton(Texts.get("rollout.review.changes"));
        var whole = new NativeButton(Texts.get("rollout.review.whole"));
        changes.addClickListener(click -> show(diff, changes, whole, false));
        whole.addClickListener(click -> show(diff, changes, whole, true));
        press(changes, whole);
        var segments = new Div(changes, whole);
        segments.addClassName("hx-seg");
        segments.getElement().setAttribute("role", "group");
        segments.getElement().setAttribute("aria-label", Texts.get("rollout.review.show"));
        return segments;
    }

    private void show(DiffView diff, NativeButton changes, NativeButton whole, boolean everything) {
        reading.whole = everything;
        diff.showWhole(everything);
        press(changes, whole);
    }

    private void press(NativeButton changes, NativeButton whole) {
        changes.getElement().setAttribute("aria-pressed", String.valueOf(!reading.whole));
        whole.getElement().setAttribute("aria-pressed", String.valueOf(reading.whole));
    }

    private Button next() {
        var next = new Button(Icons.CHEVRON_DOWN.create(), click -> actions.next());
        next.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        next.setAriaLabel(Texts.get("rollout.review.next"));
        next.setTooltipText(Texts.get("rollout.review.next"));
        return next;
    }
}
