package ai.hexabase.console.profile;

import ai.hexabase.console.common.Problem;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quantities, and what people mean when they write 4GB. */
final class QuantityRules {
    private static final Pattern NUMBER_AND_WORD = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)([a-zA-Z]*)");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]+)?[a-zA-Z]*");
    private static final Map<Character, String> PREFIXES = Map.of('k', "Ki", 'm', "Mi", 'g', "Gi", 't', "Ti");
    private static final Map<String, String> CPU_WORDS =
            Map.of("", "", "m", "m", "core", "", "cores", "", "cpu", "", "cpus", "", "vcpu", "", "vcpus", "");

    private QuantityRules() {}

    static @Nullable SettingProblem cpu(Setting setting, SettingKind.Cpu kind, String text) {
        var quantity = Quantity.parse(text);
        if (quantity.isPresent() && within(quantity.get().millis(), kind.leastMillis(), kind.mostMillis())) {
            return null;
        }
        var meant = meantCpu(text)
                .filter(better -> Quantity.parse(better)
                        .filter(q -> within(q.millis(), kind.leastMillis(), kind.mostMillis()))
                        .isPresent())
                .orElse(null);
        if (quantity.isPresent()) {
            return range(setting, text, kind.leastMillis() + "m", kind.mostMillis() / 1000 + "", meant);
        }
        return meant == null
                ? Grammar.problem(setting, "setting-quantity-cpu", text, null)
                : new SettingProblem(setting, Problem.of("setting-quantity-meant", Typing.shorten(text), meant), meant);
    }

    static @Nullable SettingProblem bytes(Setting setting, SettingKind.Bytes kind, String text) {
        var quantity = Quantity.parse(text);
        if (quantity.isPresent() && within(quantity.get().units(), kind.least(), kind.most())) {
            return null;
        }
        var meant = meantBytes(text)
                .filter(better -> Quantity.parse(better)
                        .filter(q -> within(q.units(), kind.least(), kind.most()))
                        .isPresent())
                .orElse(null);
        if (quantity.isPresent()) {
            return range(setting, text, binary(kind.least()), binary(kind.most()), meant);
        }
        return meant == null
                ? Grammar.problem(setting, "setting-quantity-bytes", text, null)
                : new SettingProblem(setting, twoReadings(text, meant), meant);
    }

    /** 4Gi and 4G are not the same, so both are told with their size. */
    private static Problem twoReadings(String text, String meant) {
        var decimal = meant.substring(0, meant.length() - 1).replace('K', 'k');
        return Problem.of(
                "setting-quantity-two", Typing.shorten(text), meant, megabytes(meant), decimal, megabytes(decimal));
    }

    private static String megabytes(String quantity) {
        var bytes = Quantity.parse(quantity).map(Quantity::units).orElse(0L);
        return String.format(Locale.ROOT, "%,d", Math.round(bytes / 1e6));
    }

    private static SettingProblem range(
            Setting setting, String text, String least, String most, @Nullable String suggestion) {
        return new SettingProblem(setting, Problem.of("setting-range", Typing.shorten(text), least, most), suggestion);
    }

    private static Optional<String> meantCpu(String text) {
        var matcher = NUMBER_AND_WORD.matcher(plain(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var unit = CPU_WORDS.get(matcher.group(2).toLowerCase(Locale.ROOT));
        return unit == null ? Optional.empty() : Optional.of(matcher.group(1) + unit);
    }

    private static Optional<String> meantBytes(String text) {
        var matcher = NUMBER_AND_WORD.matcher(plain(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var word = matcher.group(2).toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return Optional.of(matcher.group(1) + "Gi");
        }
        var prefix = PREFIXES.get(word.charAt(0));
        return prefix != null && word.substring(1).matches("|b|i|ib")
                ? Optional.of(matcher.group(1) + prefix)
                : Optional.empty();
    }

    private static String plain(String text) {
        var narrow = Typing.narrow(text).replaceAll("[\\s_]", "");
        return GROUPED.matcher(narrow).matches() ? narrow.replace(",", "") : narrow;
    }

    private static boolean within(long value, long least, long most) {
        return value >= least && value <= most;
    }

    /** Bytes in the largest binary unit that divides them. */
    static String binary(long bytes) {
        var units = new String[] {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
        var power = bytes == 0 ? 0 : Math.min(6, Long.numberOfTrailingZeros(bytes) / 10);
        return (bytes >> (10 * power)) + units[power];
    }
}
