package ai.hexabase.console.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads screens as a person would. */
public final class Screen {
    private static final List<String> SAID = List.of("aria-label", "title");
    private static final List<String> SHOWN = List.of("label", "helperText", "errorMessage");

    private Screen() {}

    /** All visible words, and the labels that screen readers say. */
    public static String words(Component part) {
        var words = new StringBuilder();
        collect(part.getElement(), words);
        return words.toString();
    }

    private static void collect(Element element, StringBuilder words) {
        if (element.isTextNode()) {
            words.append(element.getText()).append(' ');
        } else if (element.isVisible()) {
            SAID.stream()
                    .map(element::getAttribute)
                    .filter(Objects::nonNull)
                    .forEach(label -> words.append('[').append(label).append("] "));
            SHOWN.stream()
                    .map(element::getProperty)
                    .filter(Objects::nonNull)
                    .forEach(text -> words.append(text).append(' '));
            element.getChildren().forEach(child -> collect(child, words));
        }
    }

    public static Button button(Component part, String text) {
        return parts(part, Button.class)
                .filter(button -> button.isVisible() && button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + text + " in: " + words(part)));
    }

    /** The button is there, cannot be pressed, and says why. */
    public static void assertOff(Component part, String text, String why) {
        var button = button(part, text);
        assertThat(button.isEnabled()).as(text).isFalse();
        assertThat(button.getTooltip().getText()).contains(why);
    }

    /** The part and everything in it, shown or not. */
    public static Stream<Component> parts(Component part) {
        return Stream.concat(Stream.of(part), part.getChildren().flatMap(Screen::parts));
    }

    public static <T extends Component> Stream<T> parts(Component part, Class<T> type) {
        return parts(part).filter(type::isInstance).map(type::cast);
    }

    /** Switches to Japanese and back; in neither a text is missing. */
    public static void assertComplete(Component part) {
        assertNoTextIsMissing(part);
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertNoTextIsMissing(part);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    private static void assertNoTextIsMissing(Component part) {
        assertThat(words(part)).doesNotContainPattern("![a-z]");
    }
}
