package ai.hexabase.console.profile;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cron expressions of six fields: seconds, minutes, hours, day of month, month, day of week. */
final class CronRules {
    private static final List<int[]> BOUNDS = List.of(
            new int[] {0, 59}, new int[] {0, 59}, new int[] {0, 23}, new int[] {1, 31}, new int[] {1, 12}, new int[] {
                0, 6
            });
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final Pattern PART = Pattern.compile("(\\*|\\?|\\w{1,3})(?:-(\\w{1,3}))?(?:/([0-9]{1,2}))?");

    private CronRules() {}

    static @Nullable SettingProblem check(Setting setting, String text) {
        if (isCron(text)) {
            return null;
        }
        var meant = Typing.narrow(text).replaceAll("\\s+", " ");
        var withSeconds = "0 " + meant;
        var better = isCron(meant) ? meant : isCron(withSeconds) ? withSeconds : null;
        return Grammar.problem(setting, "setting-cron", text, better);
    }

    private static boolean isCron(String text) {
        if (text.length() > 200) {
            return false;
        }
        var fields = text.split(" ", -1);
        if (fields.length != BOUNDS.size()) {
            return false;
        }
        for (var index = 0; index < fields.length; index++) {
            if (!isField(fields[index], index)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isField(String field, int index) {
        return java.util.Arrays.stream(field.split(",", -1)).allMatch(part -> isPart(part, index));
    }

    private static boolean isPart(String part, int index) {
        var matcher = PART.matcher(part);
        if (!matcher.matches() || (matcher.group(3) != null && Integer.parseInt(matcher.group(3)) == 0)) {
            return false;
        }
        var first = matcher.group(1);
        if (first.equals("*") || first.equals("?")) {
            return matcher.group(2) == null;
        }
        var from = value(first, index);
        var to = matcher.group(2) == null ? from : value(matcher.group(2), index);
        return from >= BOUNDS.get(index)[0] && to <= BOUNDS.get(index)[1] && from <= to;
    }

    /** The number a field's word stands for, -1 when it is none. */
    private static int value(String word, int index) {
        if (word.matches("[0-9]{1,2}")) {
            return Integer.parseInt(word);
        }
        var upper = word.toUpperCase(Locale.ROOT);
        return switch (index) {
            case 4 -> MONTHS.contains(upper) ? MONTHS.indexOf(upper) + 1 : -1;
            case 5 -> DAYS.indexOf(upper);
            default -> -1;
        };
    }
}
