package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something Kubernetes noted about an object, in its own words.
 *
 * @param warning the event's type is Warning
 * @param at when it happened last
 * @param count how often it happened
 */
public record PodEvent(
        String reason,
        String message,
        boolean warning,
        @Nullable Instant at,
        int count) {
    static PodEvent of(KubeObject event) {
        return new PodEvent(
                event.text("/reason", ""),
                event.text("/message", event.text("/note", "")),
                "Warning".equals(event.text("/type")),
                at(event),
                Math.max(1, event.number("/series/count", event.number("/count", 1))));
    }

    private static @Nullable Instant at(KubeObject event) {
        for (var pointer :
                new String[] {"/series/lastObservedTime", "/lastTimestamp", "/eventTime", "/metadata/creationTimestamp"
                }) {
            var at = PodRow.instant(event.text(pointer));
            if (at != null) {
                return at;
            }
        }
        return null;
    }
}
