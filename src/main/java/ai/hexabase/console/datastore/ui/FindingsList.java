package ai.hexabase.console.datastore.ui;

import ai.hexabase.console.datastore.CheckReport;
import ai.hexabase.console.datastore.Finding;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** What was looked at in another database, one line each, and below what to do about what is wrong. */
final class FindingsList extends Div {
    FindingsList(CheckReport report) {
        var list = new OrderedList();
        list.addClassName("hx-stages");
        var below = new Div();
        below.addClassName("hx-trial-below");
        for (var finding : report.findings()) {
            list.add(line(finding));
            if (finding.problem() != null) {
                below.add(new ProblemNotice(finding.problem()));
            }
        }
        add(list, below);
    }

    private static ListItem line(Finding finding) {
        var status = status(finding);
        var name =
                new Span(Texts.get("datastore.look." + finding.subject().name().toLowerCase(Locale.ROOT)));
        name.addClassName("hx-stage-name");
        var words = new Span(words(finding));
        words.addClassName("hx-stage-words");
        var line = new ListItem(status.shape(), name, words);
        line.addClassName(status.className());
        return line;
    }

    private static String words(Finding finding) {
        if (finding.problem() != null) {
            return Texts.of(finding.problem().what());
        }
        return finding.words() == null ? Texts.get("datastore.look.skipped") : Texts.of(finding.words());
    }

    private static Status status(Finding finding) {
        return switch (finding.verdict()) {
            case PASSED -> Status.OK;
            case NOTE -> finding.subject() == Finding.Subject.ROOM ? Status.UNKNOWN : Status.WARNING;
            case FAILED -> Status.FAILED;
            case SKIPPED -> Status.WAITING;
        };
    }
}
