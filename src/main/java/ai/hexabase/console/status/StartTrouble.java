package ai.hexabase.console.status;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names what keeps a container from starting, by the words that the node has for it. */
final class StartTrouble {
    private record Known(Pattern words, String key) {}

    /** Registries answer "not found" in many sentences, so what is surer comes first. */
    private static final List<Known> IMAGES = List.of(
            known("x509|certificate", "image-certificate"),
            known("server gave http response to https client", "image-plain-http"),
            known("toomanyrequests|429 too many requests", "image-limit"),
            known("no match for platform|exec format", "image-platform"),
            known("no basic auth credentials|failed to fetch anonymous token", "image-no-secret"),
            known("unauthorized|denied|authentication required|authorization failed|403 forbidden", "image-denied"),
            known(
                    "timeout|no such host|connection refused|no route to host|network is unreachable|server misbehaving"
                            + "|deadline exceeded|connection reset|: eof$|503 service unavailable|502 bad gateway",
                    "image-unreachable"),
            known("no space left on device", "image-disk"),
            known("not found|manifest unknown|name unknown", "image-missing"));

    private static final List<Known> CONFIGURATIONS = List.of(
            known("couldn't find key .* in secret", "secret-key-missing"),
            known("couldn't find key .* in configmap", "config-key-missing"),
            known("secret .*not found", "secret-missing"),
            known("configmap .*not found", "config-missing"),
            known("image will run as root", "runs-as-root"),
            known("non-numeric user|invalid user id", "runs-as-unknown"),
            known("exec format error", "program-platform"),
            known("no such file or directory|executable file not found", "program-missing"),
            known("permission denied", "program-denied"));

    private StartTrouble() {}

    private static Known known(String words, String key) {
        return new Known(Pattern.compile(words, Pattern.DOTALL), key);
    }

    /** @param signsIn whether the pod brings a pull secret */
    static String image(String reason, String message, boolean signsIn) {
        if (reason.equals("InvalidImageName") || message.contains("InvalidImageName")) {
            return "image-name";
        }
        if (reason.equals("ErrImageNeverPull")) {
            return "image-never";
        }
        if (reason.equals("SignatureValidationFailed")) {
            return "image-signature";
        }
        var key = find(IMAGES, message, "image");
        return key.equals("image-denied") && !signsIn ? "image-no-secret" : key;
    }

    static String config(String message) {
        return find(CONFIGURATIONS, message, "container-start");
    }

    private static String find(List<Known> all, String message, String otherwise) {
        var text = message.toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(known -> known.words().matcher(text).find())
                .map(Known::key)
                .findFirst()
                .orElse(otherwise);
    }
}
