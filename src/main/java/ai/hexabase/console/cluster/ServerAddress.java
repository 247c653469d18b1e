package ai.hexabase.console.cluster;

import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.net.URI;
import java.net.URISyntaxException;

/** Which addresses the console is willing to call: https, and never a machine's own metadata service. */
final class ServerAddress {
    /** The answer about one address. */
    sealed interface Verdict {}

    record Accepted(URI server) implements Verdict {}

    record Rejected(Problem problem) implements Verdict {}

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
        if (literal(uri.getHost()) && MetadataAddress.isBehind(uri.getHost())) {
            return new Rejected(Problem.of("cluster-server-forbidden", uri.getHost()));
        }
        return new Accepted(uri);
    }

    /** Refuses an address whose host name leads to a link-local or metadata address; unknown hosts are found later. */
    static void requireAllowed(URI server) {
        if (MetadataAddress.isBehind(String.valueOf(server.getHost()))) {
            throw new ProblemException(Problem.of("cluster-server-forbidden", server.getHost()));
        }
    }

    private static String withoutUser(URI uri, String text) {
        return uri.getUserInfo() == null ? text : uri.getScheme() + "://" + uri.getHost();
    }

    private static boolean literal(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
    }
}
