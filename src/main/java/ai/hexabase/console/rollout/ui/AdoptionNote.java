package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Adoption;
import ai.hexabase.console.rollout.Adoption.Answer;
import ai.hexabase.console.rollout.CurrentOwner.Writer;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says whose an object is that the plan would change, and asks whether to take it over; nothing is chosen beforehand. */
final class AdoptionNote extends Div {
    AdoptionNote(Adoption adoption, boolean mayDecide, Consumer<Answer> decide) {
        var status = adoption.isAdopted() ? Status.OK : Status.FAILED;
        addClassNames("hx-notice", "hx-ownership", status.className());
        var what = new Span(whose(adoption));
        what.addClassName("hx-b");
        var words = new Div(new Div(what, muted(Texts.get("rollout.adopt.what"))));
        if (adoption.owner().kind().setsBack()) {
            words.add(new Div(Texts.get("rollout.adopt.setsBack." + lower(adoption))));
        }
        if (!adoption.owner().writers().isEmpty()) {
            words.add(new Div(muted(Texts.get("rollout.adopt.writers", writers(adoption)))));
        }
        if (!adoption.isPossible()) {
            words.add(new Div(Texts.get("rollout.adopt.never")));
        } else {
            words.add(choice(adoption, mayDecide, decide));
            if (adoption.answer() == Answer.REFUSE) {
                words.add(new Div(Texts.get("rollout.adopt.wayOut")));
            }
        }
        add(status.icon().create(), words);
    }

    private static RadioButtonGroup<Answer> choice(Adoption adoption, boolean mayDecide, Consumer<Answer> decide) {
        var choice = new RadioButtonGroup<Answer>();
        choice.setAriaLabel(whose(adoption));
        choice.setItems(Answer.values());
        choice.setItemLabelGenerator(
                answer -> Texts.get(answer == Answer.ADOPT ? "rollout.adopt.yes.long" : "rollout.adopt.no.long"));
        if (adoption.answer() != null) {
            choice.setValue(adoption.answer());
        }
        choice.setReadOnly(!mayDecide);
        choice.addValueChangeListener(change -> {
            choice.setReadOnly(true);
            decide.accept(change.getValue());
        });
        return choice;
    }

    /** "ConfigMap x belongs to Helm release y". */
    static String whose(Adoption adoption) {
        return Texts.get(
                "rollout.adopt.owner." + lower(adoption),
                PlanWords.object(adoption.object()),
                adoption.owner().name());
    }

    private static String lower(Adoption adoption) {
        return adoption.owner().kind().name().toLowerCase(Locale.ROOT);
    }

    private static String writers(Adoption adoption) {
        return adoption.owner().writers().stream().map(AdoptionNote::writer).collect(Collectors.joining(", "));
    }

    private static String writer(Writer writer) {
        return writer.at().isEmpty()
                ? writer.manager()
                : writer.manager() + " " + Formats.exact(Instant.parse(writer.at()), ReaderZone.get());
    }

    private static Span muted(String text) {
        var span = new Span(text);
        span.addClassName("hx-muted");
        return span;
    }
}
