package ai.hexabase.console.profile;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Image references by the grammar of the distribution project, with a version that never moves. */
final class ImageRules {
    private static final String PATH_PART = "[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*";
    private static final String DOMAIN =
            "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::[0-9]{1,5})?";
    private static final Pattern REFERENCE = Pattern.compile("(?:" + DOMAIN + "/)?" + PATH_PART + "(?:/" + PATH_PART
            + ")*(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[a-f0-9]{64}))?");
    private static final Pattern REGISTRY = Pattern.compile(DOMAIN);
    private static final Pattern PATH = Pattern.compile(PATH_PART + "(?:/" + PATH_PART + ")*");
    private static final Pattern DIGEST = Pattern.compile("sha256:[a-f0-9]{64}");
    private static final String VERSION = "1.5.0";

    private ImageRules() {}

    static @Nullable SettingProblem check(Setting setting, String text) {
        var matcher = REFERENCE.matcher(text);
        if (text.length() > 400 || !matcher.matches()) {
            var meant = Typing.narrow(text);
            var better = meant.length() <= 400 && REFERENCE.matcher(meant).matches() ? meant : null;
            return Grammar.problem(setting, "setting-image", text, better);
        }
        var tag = matcher.group(1);
        if (matcher.group(2) != null) {
            return null;
        }
        if (tag == null) {
            return Grammar.problem(setting, "setting-image-untagged", text, text + ":" + VERSION);
        }
        return tag.equals("latest")
                ? Grammar.problem(
                        setting,
                        "setting-image-latest",
                        text,
                        text.substring(0, text.length() - "latest".length()) + VERSION)
                : null;
    }

    /** The first part of a name is a registry only if it could be no path: it has a dot or a port, or is localhost. */
    static boolean isRegistry(String text) {
        return text.length() <= 255
                && REGISTRY.matcher(text).matches()
                && (text.contains(".") || text.contains(":") || text.equals("localhost"));
    }

    static boolean isPath(String text) {
        return text.length() <= 200 && PATH.matcher(text).matches();
    }

    static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** The image's own registry, empty when it names none. */
    static String registry(String image) {
        var slash = image.indexOf('/');
        var first = slash < 0 ? "" : image.substring(0, slash);
        return isRegistry(first) ? first : "";
    }
}
