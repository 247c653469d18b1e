package ai.hexabase.console.profile;

import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Labels and annotations: lines of {@code key=value}, by Kubernetes' own grammar of both. */
final class PairRules {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final Pattern COLON = Pattern.compile("(?m)^([^=:\\s]+): +");
    private static final int LONGEST = 4000;
    /** What these say is the console's own business. */
    private static final List<String> RESERVED = List.of("applyset.kubernetes.io/", "kubectl.kubernetes.io/");

    private PairRules() {}

    static @Nullable SettingProblem labels(Setting setting, String text) {
        return check(setting, text, "setting-labels", PairRules::isLabelValue);
    }

    static @Nullable SettingProblem annotations(Setting setting, String text) {
        return check(setting, text, "setting-annotations", PairRules::isPrintable);
    }

    private static @Nullable SettingProblem check(
            Setting setting, String text, String code, Predicate<String> isValue) {
        if (text.isEmpty() || arePairs(text, isValue)) {
            return null;
        }
        // people paste them from YAML
        var meant = text.length() > LONGEST
                ? ""
                : COLON.matcher(text.strip().replaceAll("[ \\t]*\\R\\s*", "\n")).replaceAll("$1=");
        return Grammar.problem(
                setting, code, firstWrong(text, isValue), !meant.isEmpty() && arePairs(meant, isValue) ? meant : null);
    }

    private static boolean arePairs(String text, Predicate<String> isValue) {
        if (text.length() > LONGEST) {
            return false;
        }
        var lines = List.of(text.split("\n", -1));
        var keys = new HashSet<String>();
        return lines.stream().allMatch(line -> isPair(line, isValue) && keys.add(key(line)));
    }

    private static String firstWrong(String text, Predicate<String> isValue) {
        return text.length() > LONGEST
                ? text
                : text.lines()
                        .filter(line -> !isPair(line, isValue))
                        .findFirst()
                        .orElse(text);
    }

    private static boolean isPair(String line, Predicate<String> isValue) {
        var sign = line.indexOf('=');
        return sign > 0 && isKey(key(line)) && isValue.test(line.substring(sign + 1));
    }

    private static String key(String line) {
        return line.substring(0, Math.max(0, line.indexOf('=')));
    }

    /** An optional DNS prefix, and a name of at most 63 characters. */
    private static boolean isKey(String key) {
        var slash = key.indexOf('/');
        var prefixed = slash < 0 || Grammar.isSubdomain(key.substring(0, slash));
        return prefixed
                && NAME.matcher(key.substring(slash + 1)).matches()
                && RESERVED.stream().noneMatch(key::startsWith);
    }

    private static boolean isLabelValue(String value) {
        return value.isEmpty() || NAME.matcher(value).matches();
    }

    private static boolean isPrintable(String value) {
        return value.chars().noneMatch(Character::isISOControl) && value.equals(value.strip());
    }
}
