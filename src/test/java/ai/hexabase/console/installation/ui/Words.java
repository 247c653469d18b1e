package ai.hexabase.console.installation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads screens as a person would. */
final class Words {
    private Words() {}

    static String of(Component part) {
        var words = new StringBuilder();
        collect(part.getElement(), words);
        return words.toString();
    }

    private static void collect(Element element, StringBuilder words) {
        if (element.isTextNode()) {
            words.append(element.getText()).append(' ');
        } else if (element.isVisible()) {
            for (var property : new String[] {"helperText", "errorMessage"}) {
                words.append(element.getProperty(property, "")).append(' ');
            }
            element.getChildren().forEach(child -> collect(child, words));
        }
    }

    static Button button(Component part, String text) {
        return parts(part)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.isVisible() && button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + text + " in: " + of(part)));
    }

    static Stream<Component> parts(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(Words::parts));
    }

    /** In neither language a text is missing. */
    static void assertComplete(Component part) {
        assertThat(of(part)).doesNotContainPattern("![a-z]+\\.");
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertThat(of(part)).doesNotContainPattern("![a-z]+\\.");
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }
}
