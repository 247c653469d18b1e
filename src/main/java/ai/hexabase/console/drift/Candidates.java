package ai.hexabase.console.drift;

import ai.hexabase.console.profile.Quantity;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Texts of a setting that could give a field a value: the value itself, the part of it that stands where the setting's
 * text stands now, each word of a choice, nothing at all, and for amounts the one that a straight line leads to.
 *
 * @param now the field as the setting's present text gives it
 * @param value the value it shall have
 */
record Candidates(Setting setting, String text, JsonNode now, JsonNode value) {
    private static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);

    /** @param field what another text of the setting gives the field */
    Set<String> texts(Function<String, JsonNode> field) {
        var texts = new LinkedHashSet<String>();
        if (value.isMissingNode()) {
            texts.add("");
            return texts;
        }
        texts.add(written(value));
        within().ifPresent(texts::add);
        if (setting.kind() instanceof SettingKind.Choice(var words)) {
            texts.addAll(words);
        }
        if (isAmount()) {
            onTheLine(field).ifPresent(texts::add);
        }
        return texts;
    }

    private static String written(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(item -> item.asString("")).collect(Collectors.joining(","))
                : value.isValueNode() ? value.asString() : "";
    }

    /** A field that holds the setting's text among other words. */
    private Optional<String> within() {
        var old = now.isValueNode() ? now.asString() : "";
        var at = text.isEmpty() ? -1 : old.indexOf(text);
        if (at < 0) {
            return Optional.empty();
        }
        var wanted = written(value);
        var start = old.substring(0, at);
        var end = old.substring(at + text.length());
        return wanted.startsWith(start) && wanted.endsWith(end) && wanted.length() > start.length() + end.length()
                ? Optional.of(wanted.substring(start.length(), wanted.length() - end.length()))
                : Optional.empty();
    }

    private boolean isAmount() {
        return switch (setting.kind()) {
            case SettingKind.Count count -> true;
            case SettingKind.Cpu cpu -> true;
            case SettingKind.Bytes bytes -> true;
            default -> false;
        };
    }

    /** Sums and products of settings are straight lines: two points tell where the value lies. */
    private Optional<String> onTheLine(Function<String, JsonNode> field) {
        var here = amount(text);
        var from = amount(now);
        var to = amount(value);
        if (here.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        var step = here.get().signum() == 0 ? BigDecimal.ONE : here.get();
        var there = amount(field.apply(written(here.get().add(step))));
        var rise = there.map(other -> other.subtract(from.get())).orElse(BigDecimal.ZERO);
        if (rise.signum() == 0) {
            return Optional.empty();
        }
        var distance = to.get().subtract(from.get()).multiply(step).divide(rise, 6, RoundingMode.HALF_UP);
        return Optional.of(here.get().add(distance))
                .filter(found -> found.signum() > 0)
                .map(this::written);
    }

    private String written(BigDecimal amount) {
        return switch (setting.kind()) {
            case SettingKind.Cpu cpu -> {
                var millis = amount.movePointRight(3)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue();
                yield millis % 1000 == 0 ? Long.toString(millis / 1000) : millis + "m";
            }
            case SettingKind.Bytes bytes -> {
                var mebi = amount.divide(MEBI, 0, RoundingMode.HALF_UP).longValue();
                yield mebi % 1024 == 0 ? mebi / 1024 + "Gi" : mebi + "Mi";
            }
            default -> amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
        };
    }

    private static Optional<BigDecimal> amount(JsonNode node) {
        return node.isValueNode() ? amount(node.asString()) : Optional.empty();
    }

    private static Optional<BigDecimal> amount(String text) {
        return Quantity.parse(text).map(Quantity::amount);
    }
}
