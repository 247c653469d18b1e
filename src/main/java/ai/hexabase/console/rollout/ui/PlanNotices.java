package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.installation.Advice;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.preflight.Check;
import ai.hexabase.console.preflight.Result;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.PlanEntry;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody has to decide or should know before approving, one line each, worst first. */
final class PlanNotices extends UnorderedList {
    private final Plan plan;
    private final Reading reading;
    private final boolean mayDecide;
    private final PlanActions actions;

    PlanNotices(Plan plan, Reading reading, boolean mayDecide, List<Advice> advice, PlanActions actions) {
        this.plan = plan;
        this.reading = reading;
        this.mayDecide = mayDecide;
        this.actions = actions;
        addClassName("hx-notices");
        getElement().setAttribute("aria-label", Texts.get("rollout.review.notices"));
        plan.entries().forEach(this::somebodyElses);
        plan.entries().forEach(entry -> entry.claims().forEach(claim -> contested(entry, claim)));
        plan.notAgreed().forEach(entry -> replaced(entry, Status.FAILED, "rollout.replace.open"));
        plan.entries().stream().filter(entry -> entry.problem() != null).forEach(this::refused);
        Stream.of(Result.BLOCKED, Result.UNKNOWN, Result.WARNING)
                .flatMap(result -> plan.report().with(result).stream())
                .forEach(this::check);
        plan.entries().forEach(this::warnings);
        plan.entries().forEach(entry -> entry.claims().forEach(claim -> decided(entry, claim)));
        plan.entries().stream()
                .filter(entry -> plan.agreed().contains(entry.key()))
                .forEach(entry -> replaced(entry, Status.OK, "rollout.replace.agreed"));
        advice.stream()
                .filter(each -> !reading.adviceLater.contains(each.kind()))
                .forEach(each -> add(new AdviceLine(each, reading, mayDecide, actions)));
        standIns();
        passed();
    }

    private void somebodyElses(PlanEntry entry) {
        plan.adoption(entry.ref()).ifPresent(adoption -> {
            var text = text(Texts.get("rollout.adopt.lead"), AdoptionNote.whose(adoption));
            if (adoption.isAdopted()) {
                text.add(new Span(Texts.get("rollout.adopt.adopted", adoption.by() == null ? "" : adoption.by())));
                line(Status.OK, text, showButton(entry));
            } else {
                text.add(new Span(Texts.get(adoption.isPossible() ? "rollout.adopt.decide" : "rollout.adopt.never")));
                line(Status.FAILED, text, showButton(entry));
            }
        });
    }

    private void contested(PlanEntry entry, FieldClaim claim) {
        if (plan.decision(claim) == null && plan.adoption(claim.object()).isEmpty()) {
            undecided(entry, claim);
        }
    }

    private void undecided(PlanEntry entry, FieldClaim claim) {
        var text = text(Texts.get("rollout.owner.lead"), contest(claim, "rollout.owner.line"));
        if (!mayDecide) {
            line(Status.FAILED, text, showButton(entry));
            return;
        }
        line(
                Status.FAILED,
                text,
                showButton(entry),
                decideButton(entry, claim, Decision.LEAVE, "rollout.owner.leave"),
                decideButton(entry, claim, Decision.TAKE_OVER, "rollout.owner.takeOver"));
    }

    private Component decideButton(PlanEntry entry, FieldClaim claim, Decision decision, String key) {
        var button = Layouts.small(Texts.get(key), () -> actions.decide(entry, claim, decision));
        button.setAriaLabel(
                Texts.get(key + ".label", claim.field(), claim.object().name(), claim.manager()));
        return button;
    }

    private void decided(PlanEntry entry, FieldClaim claim) {
        var decision = plan.decision(claim);
        if (decision != null) {
            var key = decision == Decision.LEAVE ? "rollout.owner.left" : "rollout.owner.taken";
            line(Status.OK, text(Texts.get("rollout.owner.lead"), contest(claim, key)), showButton(entry));
        }
    }

    private static String contest(FieldClaim claim, String key) {
        return Texts.get(key, claim.field(), PlanWords.object(claim.object()), claim.manager());
    }

    private void replaced(PlanEntry entry, Status status, String key) {
        line(
                status,
                text(Texts.get("rollout.replace.lead"), Texts.get(key, PlanWords.object(entry))),
                showButton(entry));
    }

    private void refused(PlanEntry entry) {
        var problem = entry.problem();
        if (problem != null) {
            var text = text(Texts.get("rollout.review.refused"), Texts.of(problem.what()));
            text.add(new Span(Texts.of(problem.action())));
            words(text, problem.words());
            line(Status.FAILED, text, showButton(entry));
        }
    }

    private void warnings(PlanEntry entry) {
        for (var warning : entry.warnings()) {
            var text = text(Texts.get("rollout.review.warning"), PlanWords.object(entry));
            words(text, warning);
            line(Status.WARNING, text, showButton(entry));
        }
    }

    private void check(Check check) {
        var text = text(
                Texts.get("rollout.check.lead", Texts.of(check.title())),
                Texts.get("rollout.check.observed", Texts.of(check.observed())));
        text.add(new Span(Texts.get("rollout.check.needed", Texts.of(check.needed()))));
        var action = check.action();
        if (action != null) {
            text.add(new Span(Texts.of(action)));
        }
        words(text, check.words());
        line(
                switch (check.result()) {
                    case BLOCKED -> Status.FAILED;
                    case WARNING -> Status.WARNING;
                    case UNKNOWN -> Status.UNKNOWN;
                    case PASS -> Status.OK;
                },
                text);
    }

    private void standIns() {
        var judgedElsewhere = plan.entries().stream().filter(PlanEntry::standIn).toList();
        if (!judgedElsewhere.isEmpty()) {
            var namespace = judgedElsewhere.getFirst().ref().namespace();
            add(new ListItem(
                    Icons.HELP.create(),
                    text(
                            Texts.get("rollout.review.standIn.lead"),
                            Texts.get(
                                    "rollout.review.standIn",
                                    namespace == null ? "" : namespace,
                                    judgedElsewhere.size()))));
        }
    }

    private void passed() {
        var passed = plan.report().with(Result.PASS);
        var all = plan.report().checks().size();
        if (passed.isEmpty()) {
            return;
        }
        var text = text(Texts.get("rollout.check.all"), Texts.get("rollout.check.passed", passed.size(), all));
        var checks = new PassedChecks(passed, reading);
        text.add(checks);
        line(Status.OK, text, checks.toggle());
    }

    private Component showButton(PlanEntry entry) {
        var show = Layouts.link(Texts.get("rollout.review.show.object"), () -> actions.show(entry));
        show.setAriaLabel(Texts.get("rollout.review.show.label", PlanWords.object(entry)));
        return show;
    }

    private static Div text(String lead, String sentence) {
        var bold = new Span(lead);
        bold.addClassName("hx-b");
        var text = new Div(bold, new Span(sentence));
        text.addClassName("hx-notice-line");
        return text;
    }

    private static void words(Div text, @Nullable String theirs) {
        if (theirs != null && !theirs.isBlank()) {
            text.add(new Code(theirs));
        }
    }

    private void line(Status status, Div text, Component... buttons) {
        var item = new ListItem(status.icon().create(), text);
        item.addClassName(status.className());
        if (buttons.length > 0) {
            var end = new Div(buttons);
            end.addClassName("hx-actions");
            item.add(end);
        }
        add(item);
    }
}
