package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The texts there are for reasons, in both languages. */
final class ReasonTexts {
    private static final List<Properties> LANGUAGES = List.of(read("en"), read("ja"));

    private ReasonTexts() {}

    private static Properties read(String language) {
        var texts = new Properties();
        var file = "/vaadin-i18n/translations_" + language + ".properties";
        try (var in = new InputStreamReader(
                Objects.requireNonNull(ReasonTexts.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    static void assertComplete(PodReason reason) {
        LANGUAGES.forEach(texts -> {
            assertThat(texts).containsKey(reason.plain().key());
            reason.action().ifPresent(action -> assertThat(texts).containsKey(action.key()));
        });
        assertThat(reason.action().isPresent())
                .isEqualTo(reason.health() == Health.FAILED
                        || reason.health() == Health.WARNING
                        || reason.health() == Health.UNKNOWN);
    }

    static void assertKnown(String key) {
        LANGUAGES.forEach(texts -> assertThat(texts).containsKey(key));
    }
}
