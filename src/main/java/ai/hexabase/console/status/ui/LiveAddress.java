package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.ClusterId;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a live list shows, as parameters of its address, so that it can be sent to somebody. */
final class LiveAddress {
    /** The object whose panel is open. */
    static final String OPEN = "open";

    private static final String CLUSTER = "cluster";
    private static final String NAMESPACE = "namespace";
    private static final String STATE = "state";
    private static final String TEXT = "text";
    private static final String GROUP = "group";
    private static final String SORT = "sort";
    private static final String EVERYWHERE = "all";

    private LiveAddress() {}

    /**
     * The filter that an address asks for; empty when it asks for no cluster.
     *
     * @param known the cluster by its id, if there is one
     */
    static Optional<LiveFilter> read(
            QueryParameters link, Sheet<?> sheet, Function<String, Optional<ClusterId>> known) {
        var wish = link.getSingleParameter(CLUSTER);
        var cluster = wish.flatMap(known);
        if (cluster.isEmpty() && !wish.filter(EVERYWHERE::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(LiveFilter.all(
                        sheet.grouping(link.getSingleParameter(GROUP).orElse(""))
                                .key())
                .in(cluster.orElse(null))
                .namespace(link.getSingleParameter(NAMESPACE).orElse(null))
                .state(link.getSingleParameter(STATE)
                        .flatMap(LiveAddress::state)
                        .orElse(LiveFilter.State.ALL))
                .text(link.getSingleParameter(TEXT).orElse(""))
                .sorted(link.getSingleParameter(SORT).map(LiveAddress::order).orElse(null)));
    }

    static QueryParameters write(LiveFilter filter, Sheet<?> sheet, @Nullable String open) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                CLUSTER,
                filter.cluster() == null ? EVERYWHERE : filter.cluster().toString());
        put(parts, NAMESPACE, filter.namespace());
        put(parts, STATE, filter.state() == LiveFilter.State.ALL ? null : name(filter.state()));
        put(parts, TEXT, filter.text().isBlank() ? null : filter.text());
        put(parts, GROUP, filter.grouping().equals(sheet.groupings().getFirst().key()) ? null : filter.grouping());
        var order = filter.order();
        put(parts, SORT, order == null ? null : (order.descending() ? "-" : "") + order.column());
        put(parts, OPEN, open);
        return QueryParameters.simple(parts);
    }

    private static void put(Map<String, String> parts, String key, @Nullable String value) {
        if (value != null) {
            parts.put(key, value);
        }
    }

    private static String name(LiveFilter.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<LiveFilter.State> state(String name) {
        return Arrays.stream(LiveFilter.State.values())
                .filter(state -> name(state).equals(name))
                .findFirst();
    }

    private static LiveFilter.Order order(String text) {
        var descending = text.startsWith("-");
        return new LiveFilter.Order(descending ? text.substring(1) : text, descending);
    }
}
