package ai.hexabase.console.preflight;

import ai.hexabase.console.profile.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads and writes amounts of CPU and memory. */
final class Amounts {
    private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

    private Amounts() {}

    static long cpuMillis(@Nullable String quantity) {
        return quantity == null
                ? 0
                : Quantity.parse(quantity).map(Quantity::millis).orElse(0L);
    }

    static long bytes(@Nullable String quantity) {
        return quantity == null
                ? 0
                : Quantity.parse(quantity).map(Quantity::units).orElse(0L);
    }

    /** What the scheduler reckons with: the sum of the containers, or the largest init container if that is more. */
    static long podRequest(JsonNode podSpec, String resource) {
        var together = podSpec.path("containers")
                .valueStream()
                .mapToLong(container -> request(container, resource))
                .sum();
        var before = podSpec.path("initContainers")
                .valueStream()
                .mapToLong(container -> request(container, resource))
                .max()
                .orElse(0);
        return Math.max(together, before);
    }

    private static long request(JsonNode container, String resource) {
        var asked = container.at("/resources/requests/" + resource);
        var amount = asked.isMissingNode() ? container.at("/resources/limits/" + resource) : asked;
        var text = amount.isMissingNode() ? null : amount.asString();
        return "cpu".equals(resource) ? cpuMillis(text) : bytes(text);
    }

    static String cores(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    static String gibibytes(long bytes) {
        return BigDecimal.valueOf(bytes)
                        .divide(GIB, 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + "\u00a0GiB";
    }
}
