package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.LiveRow;
import org.jspecify.annotations.Nullable;

/**
 * What of a list is shown, and in which order.
 *
 * @param cluster null for all
 * @param namespace null for all
 * @param text part of a name or reason in any case; empty for all
 * @param grouping key of what rows are put together by
 * @param order null for the list's own
 */
record LiveFilter(
        @Nullable ClusterId cluster,
        @Nullable String namespace,
        State state,
        String text,
        String grouping,
        @Nullable Order order) {
    /** Which states are shown. */
    enum State {
        ALL,
        NEEDS_ATTENTION,
        NOT_READY,
        READY;

        boolean matches(LiveRow row) {
            return switch (this) {
                case ALL -> true;
                case NEEDS_ATTENTION -> row.needsAttention();
                case NOT_READY -> !row.isReady();
                case READY -> row.isReady();
            };
        }
    }

    /** Sorted by this column. */
    record Order(String column, boolean descending) {}

    static LiveFilter all(String grouping) {
        return new LiveFilter(null, null, State.ALL, "", grouping, null);
    }

    LiveFilter in(@Nullable ClusterId newCluster) {
        return new LiveFilter(newCluster, null, state, text, grouping, order);
    }

    LiveFilter namespace(@Nullable String newNamespace) {
        return new LiveFilter(cluster, newNamespace, state, text, grouping, order);
    }

    LiveFilter state(State newState) {
        return new LiveFilter(cluster, namespace, newState, text, grouping, order);
    }

    LiveFilter text(String newText) {
        return new LiveFilter(cluster, namespace, state, newText, grouping, order);
    }

    LiveFilter by(String newGrouping) {
        return new LiveFilter(cluster, namespace, state, text, newGrouping, order);
    }

    /** Whether it lets only some of the namespace's rows through. */
    boolean narrows() {
        return state != State.ALL || !text.isBlank();
    }

    LiveFilter sorted(@Nullable Order newOrder) {
        return new LiveFilter(cluster, namespace, state, text, grouping, newOrder);
    }
}
