package ai.hexabase.console.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/** Names this console among those that share the database: machine and data directory, which only one may use. */
record WorkerName(String value) {
    private static final int LONGEST = 90;

    static WorkerName of(Path dataDirectory) {
        var name = machine() + ":" + dataDirectory.toAbsolutePath().normalize();
        return new WorkerName(
                name.length() <= LONGEST
                        ? name
                        : name.substring(0, LONGEST - 9) + "-" + Integer.toHexString(name.hashCode()));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }
}
