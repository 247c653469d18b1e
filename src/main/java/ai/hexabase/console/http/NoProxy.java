package ai.hexabase.console.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Hosts that are asked directly: names with all below them, addresses, networks such as {@code 10.0.0.0/8}, each with a
 * port if need be, or {@code *} for all. This machine itself always is.
 */
record NoProxy(List<String> entries) {
    static NoProxy of(String text) {
        return new NoProxy(Arrays.stream(text.split("[,\\s]+"))
                .map(each -> each.toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList());
    }

    boolean names(String host, int port) {
        var bare = host.replaceAll("^\\[|]$", "").toLowerCase(Locale.ROOT);
        return isThisMachine(bare) || entries.stream().anyMatch(entry -> isNamedBy(entry, bare, port));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || literal(host).length > 0 && address(literal(host)).isLoopbackAddress();
    }

    private static boolean isNamedBy(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return isInside(entry, host);
        }
        var colon = entry.lastIndexOf(':');
        var withPort = colon > 0 && entry.indexOf(':') == colon;
        if (withPort && !entry.substring(colon + 1).equals(String.valueOf(port))) {
            return false;
        }
        var name = (withPort ? entry.substring(0, colon) : entry).replaceFirst("^\\*?\\.", "");
        return host.equals(name) || host.endsWith("." + name);
    }

    private static boolean isInside(String network, String host) {
        var slash = network.indexOf('/');
        var wanted = literal(network.substring(0, slash));
        var found = literal(host);
        var bits = network.substring(slash + 1);
        if (found.length == 0 || found.length != wanted.length || !bits.matches("\\d{1,3}")) {
            return false;
        }
        for (var bit = 0; bit < Math.min(Integer.parseInt(bits), found.length * 8); bit++) {
            if (((found[bit / 8] ^ wanted[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Empty when it is a name; names are not looked up, for that is the proxy's business. */
    private static byte[] literal(String host) {
        try {
            return InetAddress.ofLiteral(host).getAddress();
        } catch (IllegalArgumentException name) {
            return new byte[0];
        }
    }

    private static InetAddress address(byte[] literal) {
        try {
            return InetAddress.getByAddress(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
