package ai.hexabase.console.profile;

import java.util.regex.Pattern;

/** Host names and addresses. */
final class Hosts {
    private static final Pattern ONLY_NUMBERS = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]{2,39}");

    private Hosts() {}

    static boolean isHost(String text) {
        if (text.contains(":")) {
            return isIpv6(text);
        }
        return ONLY_NUMBERS.matcher(text).matches()
                ? IPV4.matcher(text).matches()
                : Grammar.isSubdomain(text.toLowerCase(java.util.Locale.ROOT));
    }

    private static boolean isIpv6(String text) {
        if (!IPV6.matcher(text).matches() || text.contains(":::")) {
            return false;
        }
        var gap = text.indexOf("::");
        var groups = text.split(":", -1);
        var short4 = java.util.Arrays.stream(groups).allMatch(group -> group.length() <= 4);
        return short4 && (gap < 0 ? groups.length == 8 : groups.length <= 9 && text.indexOf("::", gap + 1) < 0);
    }
}
