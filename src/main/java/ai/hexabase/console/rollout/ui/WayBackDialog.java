package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.rollout.PlanId;
import ai.hexabase.console.rollout.WayBack;
import ai.hexabase.console.rollout.WaysBack;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Background.Answer;
import ai.hexabase.console.uikit.DiffView;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;

/** Asks the cluster whether going back would give exactly what was there, and shows the answer. */
final class WayBackDialog extends Dialog {
    private final int revision;
    private final Div answer = new Div();

    WayBackDialog(WaysBack ways, InstallationId installation, PlanId plan, int revision) {
        this.revision = revision;
        setHeaderTitle(Texts.get("rollout.back.title", revision));
        addClassName("hx-confirmation");
        setWidth("760px");
        answer.setClassName("hx-way-back");
        answer.getElement().setAttribute("role", "status");
        answer.add(new StatusLabel(Status.PROGRESSING, Texts.get("rollout.back.asking")));
        add(new Paragraph(Texts.get("rollout.back.what", revision)), answer);
        getFooter()
                .add(
                        Layouts.plain(Texts.get("rollout.back.close"), this::close),
                        Layouts.plain(Texts.get("rollout.back.go", revision), () -> {
                            close();
                            UI.getCurrent().navigate(InstallationLinks.revision(installation, revision));
                        }));
        Background.run(LiveUpdates.of(this), "way-back", () -> ways.check(plan), this::show);
    }

    private void show(Answer<Optional<WayBack>> known) {
        answer.removeAll();
        switch (known) {
            case Answer.Value<Optional<WayBack>>(var checked) -> checked.ifPresent(this::show);
            case Answer.Failed<Optional<WayBack>>(var problem) -> answer.add(new ProblemNotice(problem));
        }
    }

    private void show(WayBack way) {
        var at = Formats.clock(way.checkedAt(), way.checkedAt(), ReaderZone.get());
        var verdict = way.isExact()
                ? new StatusLabel(Status.OK, Texts.get("rollout.back.exact", way.objects(), at))
                : new StatusLabel(
                        Status.WARNING,
                        Texts.get("rollout.back.differs", way.differences().size(), way.objects(), at));
        verdict.addClassName("hx-b");
        answer.add(verdict);
        way.differences().forEach(difference -> answer.add(difference(difference)));
        if (!way.lasting().isEmpty()) {
            answer.add(lasting(way));
        }
        var limits = new Paragraph(Texts.get("rollout.back.limits", revision));
        limits.addClassName("hx-remark");
        answer.add(limits);
    }

    private static Component difference(WayBack.Difference difference) {
        var content = new Div();
        var problem = difference.problem();
        if (problem != null) {
            content.add(new ProblemNotice(problem));
        }
        content.add(new DiffView(difference.before(), difference.after()));
        var details = new Details(words(difference), content);
        details.addClassName("hx-way-back-object");
        return details;
    }

    private static String words(WayBack.Difference difference) {
        return Texts.get("rollout.back.object." + key(difference), PlanWords.object(difference.ref()));
    }

    private static String key(WayBack.Difference difference) {
        if (difference.problem() != null) {
            return "refused";
        }
        if (difference.contested()) {
            return "contested";
        }
        if (difference.before().isEmpty()) {
            return "stays";
        }
        return difference.after().isEmpty() ? "gone" : "other";
    }

    private static Component lasting(WayBack way) {
        var heading = new Span(Texts.get("rollout.back.lasting"));
        heading.addClassName("hx-b");
        var list = new UnorderedList();
        list.addClassName("hx-facts");
        for (var lasting : way.lasting()) {
            var key = "rollout.back.lasting." + PlanWords.lower(lasting.kind()).replace('_', '-');
            list.add(new ListItem(Status.WARNING.shape(), new Span(Texts.get(key, PlanWords.object(lasting.ref())))));
        }
        return new Div(heading, list);
    }
}
