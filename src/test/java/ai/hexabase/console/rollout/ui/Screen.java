package ai.hexabase.console.rollout.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads screens as a person would. */
final class Screen {
    private Screen() {}

    /** All visible words, and the labels that screen readers say. */
    static String words(Component part) {
        var words = new StringBuilder();
        collect(part.getElement(), words);
        return words.toString();
    }

    private static void collect(Element element, StringBuilder words) {
        if (element.isTextNode()) {
            words.append(element.getText()).append(' ');
            return;
        }
        if (!element.isVisible()) {
            return;
        }
        Stream.of("aria-label", "title")
                .map(element::getAttribute)
                .filter(java.util.Objects::nonNull)
                .forEach(label -> words.append('[').append(label).append("] "));
        var label = element.getProperty("label");
        words.append(label == null ? "" : label + " ");
        element.getChildren().forEach(child -> collect(child, words));
    }

    static Button button(Component part, String text) {
        return parts(part)
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.isVisible() && button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + text + " in: " + words(part)));
    }

    static Stream<Component> parts(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(Screen::parts));
    }

    /** Switches to Japanese and back; in neither a text is missing. */
    static void assertComplete(Component part) {
        assertThat(words(part)).doesNotContain("!rollout", "!preflight", "!problem", "!uikit");
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertThat(words(part)).doesNotContain("!rollout", "!preflight", "!problem", "!uikit");
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }
}
