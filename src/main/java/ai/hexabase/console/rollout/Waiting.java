package ai.hexabase.console.rollout;

import java.time.Duration;

/** How long a rollout waits for what. */
public final class Waiting {
    /** Before a second look at what has only just begun. */
    static final Duration SOON = Duration.ofMillis(250);
    /** Between two looks at the cluster. */
    static final Duration PAUSE = Duration.ofSeconds(2);
    /** For anything to become available: the document's 600 s. */
    public static final Duration LIMIT = Duration.ofSeconds(600);
    /** Between two attempts to reach a cluster. */
    static final Duration RECONNECT = Duration.ofSeconds(5);
    /** For a cluster that does not answer. */
    static final Duration UNREACHABLE = Duration.ofMinutes(30);
    /** For a cluster that refuses the console's credentials or whose certificate does not fit. */
    static final Duration UNTRUSTED = Duration.ofMinutes(2);
    /** For an API server or webhook that says it cannot right now. */
    static final Duration OVERLOADED = Duration.ofSeconds(60);
    /** For pods that a quota or a policy keeps out. */
    static final Duration KEPT_OUT = Duration.ofSeconds(20);
    /** For an image that cannot be pulled. */
    static final Duration NO_IMAGE = Duration.ofMinutes(3);
    /** For a container that crashes again and again. */
    static final Duration CRASHING = Duration.ofMinutes(3);
    /** A kubelet's longest pause before it pulls an image or starts a container again is five minutes. */
    static final Duration KUBELET_BACK_OFF = Duration.ofSeconds(330);
    /** For Services to find their pods at the end. */
    static final Duration VERIFY = Duration.ofSeconds(120);
    /** For whoever has to finish something before an object can go. */
    static final Duration FINALIZER = Duration.ofMinutes(5);
    /** For a PostgreSQL to shut down in good order: the operator's own default. */
    static final Duration DATABASE_STOP = Duration.ofSeconds(1800);

    private Waiting() {}
}
