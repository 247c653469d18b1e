package ai.hexabase.console.terminal;

import ai.hexabase.console.common.ClusterId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths of the terminals. */
public final class TerminalLinks {
    public static final String TERMINAL = "terminal";
    public static final String SESSIONS = "terminal-sessions";

    private TerminalLinks() {}

    /** Where a program is chosen and run in a container of this pod. */
    public static String of(ClusterId cluster, String namespace, String pod) {
        return TERMINAL + "?cluster=" + cluster + "&namespace=" + encode(namespace) + "&pod=" + encode(pod);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
