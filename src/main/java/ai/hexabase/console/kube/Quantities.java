package ai.hexabase.console.kube;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Kubernetes' resource quantities, such as {@code 250m}, {@code 1.5Gi} or {@code 2e3}. */
public final class Quantities {
    private static final Pattern FORM = Pattern.compile("([+-]?[0-9.]+)([eE][+-]?[0-9]{1,3}|[numkMGTPE]|[KMGTPE]i)?");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")),
            Map.entry("T", new BigDecimal("1e12")),
            Map.entry("P", new BigDecimal("1e15")),
            Map.entry("E", new BigDecimal("1e18")),
            Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
            Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
            Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
            Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
            Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
            Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private Quantities() {}

    /** The number meant; anything else than a quantity is an {@link IllegalArgumentException}. */
    public static BigDecimal parse(String quantity) {
        var form = FORM.matcher(quantity.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("Not a quantity: " + quantity);
        }
        var unit = form.group(2);
        try {
            if (unit == null) {
                return new BigDecimal(form.group(1));
            }
            var factor = UNITS.get(unit);
            return factor == null
                    ? new BigDecimal(form.group(1) + unit)
                    : new BigDecimal(form.group(1)).multiply(factor);
        } catch (NumberFormatException broken) {
            throw new IllegalArgumentException("Not a quantity: " + quantity, broken);
        }
    }

    /** In whole units, rounded up; 0 for null. Bytes for memory and storage. */
    public static long units(@Nullable String quantity) {
        return quantity == null ? 0 : clamped(parse(quantity));
    }

    /** In thousandths, rounded up; 0 for null. For CPU. */
    public static long millis(@Nullable String quantity) {
        return quantity == null ? 0 : clamped(parse(quantity).movePointRight(3));
    }

    private static long clamped(BigDecimal number) {
        var whole = number.setScale(0, RoundingMode.CEILING);
        return whole.min(BigDecimal.valueOf(Long.MAX_VALUE))
                .max(BigDecimal.ZERO)
                .longValue();
    }
}
