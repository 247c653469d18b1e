package ai.hexabase.console.audit;

import java.net.URI;
import java.util.Optional;

/** A machine and a port on it. */
record HostPort(String host, int port) {
    private static final int HIGHEST = 65_535;

    /** Of {@code host}, {@code host:port}, {@code [IPv6]} or {@code [IPv6]:port}; empty when it is neither. */
    static Optional<HostPort> of(String text, int usual) {
        try {
            var read = URI.create("syslog://" + text);
            var port = read.getPort() < 0 ? usual : read.getPort();
            var bare = text.equals(read.getRawAuthority()) && read.getUserInfo() == null;
            return bare && read.getHost() != null && port > 0 && port <= HIGHEST
                    ? Optional.of(new HostPort(read.getHost().replaceAll("^\\[|]$", ""), port))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
