package ai.hexabase.console.kube;

import java.time.Duration;

/**
 * How long to wait for an API server.
 *
 * @param connect until the connection stands
 * @param request from sending a request to the end of its answer
 * @param quiet how long a watch may bring nothing before it is opened anew; API servers send a bookmark every minute
 */
public record Timeouts(Duration connect, Duration request, Duration quiet) {
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(4), Duration.ofSeconds(15), Duration.ofSeconds(100));
    /** For a person who waits in front of a form, and for probes. */
    public static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(100));
}
