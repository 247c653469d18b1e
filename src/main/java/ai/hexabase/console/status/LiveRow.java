package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.ObjectRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An object as a live list shows it: slim, for a cluster has tens of thousands; a changed object is a new row. */
public sealed interface LiveRow permits PodRow, WorkloadRow, EventRow, NodeRow, VolumeRow {
    ClusterId cluster();

    /** Null for what lives in no namespace. */
    @Nullable
    String namespace();

    String name();

    /** Tells two objects apart that had the same name one after the other. */
    String uid();

    /** resourceVersion, changes whenever the object does. */
    String version();

    @Nullable
    Instant createdAt();

    /** How it is, and why. */
    PodReason reason();

    /** Nothing is missing. */
    boolean isReady();

    /** Where the object is in its cluster. */
    ObjectRef ref();

    /** Identifies the object among all of its kind in all clusters. */
    default String key() {
        return cluster() + "/" + namespace() + "/" + name();
    }

    /** Does not work, soon will not, or nobody can tell. */
    default boolean needsAttention() {
        return switch (reason().health()) {
            case FAILED, WARNING, UNKNOWN -> true;
            case OK, PROGRESSING, WAITING -> false;
        };
    }
}
