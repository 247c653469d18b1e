package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.PodRow;
import org.jspecify.annotations.Nullable;

/** A line of the tree: a group or a pod. Two lines with the same key are the same line. */
final class PodLine {
    private final String key;
    private final @Nullable PodRow pod;
    private final @Nullable PodGroup group;

    private PodLine(String key, @Nullable PodRow pod, @Nullable PodGroup group) {
        this.key = key;
        this.pod = pod;
        this.group = group;
    }

    static PodLine of(PodRow pod) {
        return new PodLine("pod " + pod.key(), pod, null);
    }

    static PodLine of(PodGroup group) {
        return new PodLine("group " + group.key(), null, group);
    }

    /** Null for a group. */
    @Nullable
    PodRow pod() {
        return pod;
    }

    /** Null for a pod. */
    @Nullable
    PodGroup group() {
        return group;
    }

    String key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PodLine line && line.key.equals(key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
