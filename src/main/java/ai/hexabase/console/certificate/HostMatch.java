package ai.hexabase.console.certificate;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/** Names of certificates against hosts, as RFC 6125 has it: one wildcard, for one whole label at the left. */
final class HostMatch {
    private HostMatch() {}

    static boolean anyOf(List<String> names, String host) {
        return names.stream().anyMatch(name -> matches(name, host));
    }

    private static boolean matches(String name, String host) {
        if (isAddress(host)) {
            return isAddress(name) && InetAddress.ofLiteral(name).equals(InetAddress.ofLiteral(host));
        }
        var wanted = host.toLowerCase(Locale.ROOT);
        var given = name.toLowerCase(Locale.ROOT);
        if (!given.startsWith("*.")) {
            return given.equals(wanted);
        }
        var dot = wanted.indexOf('.');
        return dot > 0 && wanted.substring(dot).equals(given.substring(1));
    }

    static boolean isAddress(String text) {
        return text.matches("[0-9.]+|[0-9a-fA-F]*:[0-9a-fA-F:.]*");
    }
}
