package ai.hexabase.console.fleet;

import java.util.Locale;

/**
 * What a simulated pod does once it is scheduled. Chosen by the annotation or label {@value #KEY} on the pod, by the
 * same label on its namespace (copied to pods as they are created), or by an image whose name contains
 * {@code no-such}, which cannot be pulled.
 */
public enum PodBehaviour {
    /** Runs and is ready at once; a Job's pod completes half a second later. */
    ORDINARY,
    /** ContainerCreating for five seconds, or as long as the annotation {@code fleet.hexabase.ai/starts-after} says. */
    SLOW_START,
    /** Runs, and its readiness probe fails. */
    NEVER_READY,
    /** ErrImagePull, then ImagePullBackOff. */
    IMAGE_PULL_ERROR,
    /** Runs, exits with 1, waits in CrashLoopBackOff, runs again; the restart count grows. */
    CRASH_LOOP,
    /** Like CRASH_LOOP, but OOMKilled with 137. */
    OUT_OF_MEMORY,
    /** The pod of a Job runs, then fails for good with exit code 1; any other pod stays unready. */
    FAILS;

    static final String KEY = "fleet.hexabase.ai/behaviour";

    /** As it is written in an annotation, such as {@code image-pull-error}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
