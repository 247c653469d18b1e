package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.Health;
import ai.hexabase.console.status.PodRow;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the pods is shown.
 *
 * @param cluster null for all
 * @param namespace null for all
 * @param text part of a name, node or reason in any case; empty for all
 */
record PodFilter(@Nullable ClusterId cluster, @Nullable String namespace, State state, String text, Grouping grouping) {
    /** Which states are shown. */
    enum State {
        ALL,
        NEEDS_ATTENTION,
        NOT_READY,
        READY
    }

    /** What pods are put together by. */
    enum Grouping {
        WORKLOAD,
        NAMESPACE,
        NODE
    }

    static final PodFilter ALL = new PodFilter(null, null, State.ALL, "", Grouping.WORKLOAD);

    PodFilter in(@Nullable ClusterId newCluster) {
        return new PodFilter(newCluster, null, state, text, grouping);
    }

    PodFilter namespace(@Nullable String newNamespace) {
        return new PodFilter(cluster, newNamespace, state, text, grouping);
    }

    PodFilter state(State newState) {
        return new PodFilter(cluster, namespace, newState, text, grouping);
    }

    PodFilter text(String newText) {
        return new PodFilter(cluster, namespace, state, newText, grouping);
    }

    PodFilter by(Grouping newGrouping) {
        return new PodFilter(cluster, namespace, state, text, newGrouping);
    }

    /** Whether it lets only some of the namespace's pods through. */
    boolean narrows() {
        return state != State.ALL || !text.isBlank();
    }

    /** @param reason the row's reason in the reader's words */
    boolean matches(PodRow row, String reason) {
        return (namespace == null || namespace.equals(row.namespace()))
                && matchesState(row)
                && matchesText(row, reason);
    }

    private boolean matchesState(PodRow row) {
        return switch (state) {
            case ALL -> true;
            case NEEDS_ATTENTION ->
                row.reason().health() == Health.FAILED
                        || row.reason().health() == Health.WARNING
                        || row.reason().health() == Health.UNKNOWN;
            case NOT_READY -> !row.isReady();
            case READY -> row.isReady();
        };
    }

    private boolean matchesText(PodRow row, String reason) {
        var needle = text.strip().toLowerCase(Locale.ROOT);
        return needle.isEmpty()
                || Stream.of(
                                row.name(),
                                row.workload().name(),
                                row.node(),
                                reason,
                                row.reason().words())
                        .anyMatch(part ->
                                part != null && part.toLowerCase(Locale.ROOT).contains(needle));
    }
}
