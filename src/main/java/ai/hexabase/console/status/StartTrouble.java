package ai.hexabase.console.status;

import java.util.Locale;

/** Names what keeps a container from starting, by the words that the node has for it. */
final class StartTrouble {
    private StartTrouble() {}

    static String image(String reason, String message) {
        var text = message.toLowerCase(Locale.ROOT);
        if (reason.equals("InvalidImageName")) {
            return "image-name";
        }
        if (text.contains("unauthorized") || text.contains("denied") || text.contains("authentication required")) {
            return "image-denied";
        }
        if (text.contains("not found") || text.contains("manifest unknown")) {
            return "image-missing";
        }
        if (text.contains("x509") || text.contains("certificate")) {
            return "image-certificate";
        }
        if (text.contains("timeout") || text.contains("no such host") || text.contains("connection refused")) {
            return "image-unreachable";
        }
        return reason.equals("SignatureValidationFailed") ? "image-signature" : "image";
    }

    static String config(String message) {
        var text = message.toLowerCase(Locale.ROOT);
        if (text.contains("secret") && text.contains("not found")) {
            return "secret-missing";
        }
        if (text.contains("configmap") && text.contains("not found")) {
            return "config-missing";
        }
        if (text.contains("runasnonroot")) {
            return "runs-as-root";
        }
        return "container-start";
    }
}
