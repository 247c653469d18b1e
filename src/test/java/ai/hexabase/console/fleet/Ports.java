package ai.hexabase.console.fleet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Hands out loopback ports below the range from which the system takes ports for outgoing connections. JVMs that run
 * side by side draw from slices of their own: a port that is handed out is not bound yet.
 */
public final class Ports {
    private static final int SLICE = 3_000;
    private static final int FIRST = 20_000 + SLICE * (Integer.getInteger("fleet.slice", 0) % 4);
    private static final int LAST = FIRST + SLICE;
    private static final Set<Integer> TAKEN = new HashSet<>();

    private Ports() {}

    /** A port that nobody uses and that this JVM has not handed out before. */
    public static synchronized int free() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (!TAKEN.contains(port) && bindable(port)) {
                TAKEN.add(port);
                return port;
            }
        }
        throw new FleetException("no free port on 127.0.0.1 between " + FIRST + " and " + LAST);
    }

    private static boolean bindable(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
