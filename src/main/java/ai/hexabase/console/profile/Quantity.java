package ai.hexabase.console.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Kubernetes resource quantity that is not negative, in cores or bytes. */
public record Quantity(BigDecimal amount) {
    private static final Pattern GRAMMAR = Pattern.compile(
            "\\+?([0-9]{1,18}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,2})?");
    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("Ki", binary(10)),
            Map.entry("Mi", binary(20)),
            Map.entry("Gi", binary(30)),
            Map.entry("Ti", binary(40)),
            Map.entry("Pi", binary(50)),
            Map.entry("Ei", binary(60)),
            Map.entry("n", decimal(-9)),
            Map.entry("u", decimal(-6)),
            Map.entry("m", decimal(-3)),
            Map.entry("k", decimal(3)),
            Map.entry("M", decimal(6)),
            Map.entry("G", decimal(9)),
            Map.entry("T", decimal(12)),
            Map.entry("P", decimal(15)),
            Map.entry("E", decimal(18)));

    private static BigDecimal binary(int power) {
        return BigDecimal.TWO.pow(power);
    }

    private static BigDecimal decimal(int power) {
        return BigDecimal.ONE.scaleByPowerOfTen(power);
    }

    /** Reads Kubernetes' own grammar; negative or absurdly long ones are none. */
    public static Optional<Quantity> parse(String text) {
        var matcher = GRAMMAR.matcher(text);
        if (text.length() > 32 || !matcher.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(matcher.group(1));
        var suffix = matcher.group(2);
        if (suffix == null) {
            return Optional.of(new Quantity(number));
        }
        var factor = SUFFIXES.get(suffix);
        var scale = factor == null ? decimal(Integer.parseInt(suffix.substring(1))) : factor;
        return Optional.of(new Quantity(number.multiply(scale)));
    }

    /** Thousandths, rounded up as Kubernetes does. */
    public long millis() {
        return clamp(amount.movePointRight(3));
    }

    /** Whole units (bytes), rounded up. */
    public long units() {
        return clamp(amount);
    }

    private static long clamp(BigDecimal value) {
        return value.setScale(0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
