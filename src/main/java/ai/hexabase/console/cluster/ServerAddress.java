package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Set;

/** Which addresses the console is willing to call: https, and never a machine's own metadata service. */
final class ServerAddress {
    /** The answer about one address. */
    sealed interface Verdict {}

    record Accepted(URI server) implements Verdict {}

    record Rejected(Problem problem) implements Verdict {}

    /** Metadata services outside of the link-local ranges: Alibaba Cloud, Azure, AWS over IPv6, Oracle. */
    private static final Set<String> METADATA =
            Set.of("100.100.100.200", "168.63.129.16", "fd00:ec2:0:0:0:0:0:254", "192.0.0.192");

    private ServerAddress() {}

    /** Looks at the text alone; host names are looked up by {@link #requireAllowed} before the first call. */
    static Verdict check(String text) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return new Rejected(Problem.of("cluster-server-invalid", text));
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            return new Rejected(Problem.of("cluster-server-invalid", withoutUser(uri, text)));
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return new Rejected(Problem.of("cluster-server-not-https", text));
        }
        if (literal(uri.getHost()) && forbidden(uri.getHost())) {
            return new Rejected(Problem.of("cluster-server-forbidden", uri.getHost()));
        }
        return new Accepted(uri);
    }

    /** Refuses an address whose host name leads to a link-local or metadata address; unknown hosts are found later. */
    static void requireAllowed(URI server) {
        if (forbidden(String.valueOf(server.getHost()))) {
            throw new ProblemException(Problem.of("cluster-server-forbidden", server.getHost()));
        }
    }

    private static String withoutUser(URI uri, String text) {
        return uri.getUserInfo() == null ? text : uri.getScheme() + "://" + uri.getHost();
    }

    private static boolean literal(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }

    private static boolean forbidden(String host) {
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (address.isLinkLocalAddress()
                        || address.isMulticastAddress()
                        || address.isAnyLocalAddress()
                        || METADATA.contains(address.getHostAddress())) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
