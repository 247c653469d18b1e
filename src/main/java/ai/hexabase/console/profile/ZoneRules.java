package ai.hexabase.console.profile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists of zone names, each a Kubernetes label value. */
final class ZoneRules {
    private static final Pattern LABEL_VALUE = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final int MOST = 20;

    private ZoneRules() {}

    static @Nullable SettingProblem check(Setting setting, String text) {
        if (text.isEmpty() || isList(text)) {
            return null;
        }
        var parts = Arrays.stream(Typing.narrow(text).split("[,、;\\s]+"))
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
        var meant = String.join(",", parts);
        return Grammar.problem(setting, "setting-zones", text, isList(meant) ? meant : null);
    }

    private static boolean isList(String text) {
        var parts = List.of(text.split(",", -1));
        return parts.size() <= MOST
                && new HashSet<>(parts).size() == parts.size()
                && parts.stream().allMatch(part -> LABEL_VALUE.matcher(part).matches());
    }
}
