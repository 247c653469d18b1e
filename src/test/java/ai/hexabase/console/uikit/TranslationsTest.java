package ai.hexabase.console.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationsTest {
    private static final Path TEXTS = Path.of("src/main/resources/vaadin-i18n");
    private static final Pattern KEY_IN_CODE = Pattern.compile(
            "(?:Texts\\.get|getTranslation|Message\\.of|Texts\\.in\\(\\w+,|@Menu\\([^)]*title =)\\s*\\(?\\s*\"([a-zA-Z0-9_.-]+)\"");
    private static final Pattern PROBLEM_IN_CODE =
            Pattern.compile("(?:Problem\\.of|new Problem)\\(\\s*\"([a-zA-Z0-9_-]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(keys(Locale.JAPANESE)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void everyTextIsWrittenOnce() throws IOException {
        for (var language : List.of("en", "ja")) {
            var keys = Files.readAllLines(file(language)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            line.substring(0, Math.max(0, line.indexOf('='))).strip())
                    .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
            assertThat(keys)
                    .as(language)
                    .allSatisfy((key, times) -> assertThat(times).as(key).isEqualTo(1));
        }
    }

    @Test
    void noTextHasAnAsciiApostropheWhichMessageFormatWouldSwallow() {
        for (var language : Translations.LANGUAGES) {
            assertThat(wrong(language, text -> text.contains("'"))).as("use ’").isEmpty();
        }
    }

    @Test
    void everyTextIsAPatternThatCanBeFilled() {
        for (var language : Translations.LANGUAGES) {
            Translations.texts(language)
                    .forEach((key, text) -> assertThat(new MessageFormat((String) text, language))
                            .as((String) key)
                            .isNotNull());
        }
    }

    @Test
    void bothLanguagesUseTheSamePlaceholders() {
        var english = Translations.texts(Locale.ENGLISH);
        var japanese = Translations.texts(Locale.JAPANESE);
        assertThat(keys(Locale.ENGLISH))
                .allSatisfy(key -> assertThat(placeholders(japanese.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key))));
    }

    @Test
    void everyKeyInTheCodeHasAText() {
        var used = inCode(KEY_IN_CODE)
                .filter(key -> !key.matches(".*[.-]"))
                .collect(Collectors.toCollection(TreeSet::new));
        used.removeAll(keys(Locale.ENGLISH));
        assertThat(used).as("keys without a text").isEmpty();
    }

    @Test
    void everyProblemSaysWhatHappenedAndWhatToDo() {
        var known = keys(Locale.ENGLISH);
        assertThat(inCode(PROBLEM_IN_CODE)
                        .filter(code -> !code.endsWith("-"))
                        .distinct()
                        .sorted()
                        .toList())
                .allSatisfy(
                        code -> assertThat(known).contains("problem." + code + ".what", "problem." + code + ".action"));
    }

    @Test
    void japaneseHasNoBlankBetweenLatinAndJapanese() {
        var blank = Pattern.compile(
                "[a-zA-Z0-9}] [\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]|[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}] [a-zA-Z0-9{]");
        assertThat(wrong(Locale.JAPANESE, text -> blank.matcher(text).find())).isEmpty();
    }

    @Test
    void aMissingTextIsVisible() {
        assertThat(Translations.translate(Locale.ENGLISH, "no.such.key")).isEqualTo("!no.such.key!");
    }

    @Test
    void numbersOfMessagesChooseThePlural() {
        assertThat(Translations.translate(Locale.ENGLISH, "uikit.diff.unchanged", "1"))
                .isEqualTo("1 unchanged line");
        assertThat(Translations.translate(Locale.ENGLISH, "uikit.diff.unchanged", "1200"))
                .isEqualTo("1,200 unchanged lines");
    }

    @Test
    void everybodyElseIsSpokenToInEnglish() {
        assertThat(Translations.closest(Locale.GERMANY)).isEqualTo(Locale.ENGLISH);
        assertThat(Translations.closest(Locale.JAPAN)).isEqualTo(Locale.JAPANESE);
    }

    private static Set<String> wrong(Locale language, Predicate<String> bad) {
        var texts = Translations.texts(language);
        return texts.stringPropertyNames().stream()
                .filter(key -> bad.test(texts.getProperty(key)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(Translations.texts(language).stringPropertyNames());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path file(String language) {
        return TEXTS.resolve("translations_" + language + ".properties");
    }

    private static Stream<String> inCode(Pattern pattern) {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream()
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
