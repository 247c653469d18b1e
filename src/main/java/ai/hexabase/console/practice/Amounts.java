package ai.hexabase.console.practice;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** Kubernetes quantities as numbers, and the other way round. */
final class Amounts {
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);

    private Amounts() {}

    /** In whole units: cores, bytes, pieces. */
    static BigDecimal of(String quantity) {
        return Quantity.parse(quantity).getNumericalAmount();
    }

    static BigDecimal of(JsonNode quantity) {
        return quantity.isMissingNode() || quantity.isNull() ? BigDecimal.ZERO : of(quantity.asString("0"));
    }

    /** Such as {@code 250m} for a quarter of a core, {@code 3Gi} for bytes where that is exact. */
    static String text(BigDecimal amount) {
        if (amount.stripTrailingZeros().scale() > 0) {
            return amount.movePointRight(3).setScale(0, RoundingMode.CEILING).toPlainString() + "m";
        }
        var unit = -1;
        var rest = amount;
        while (unit < 3 && rest.signum() > 0 && rest.remainder(KIBI).signum() == 0) {
            rest = rest.divide(KIBI);
            unit++;
        }
        return rest.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                + (unit < 0 ? "" : java.util.List.of("Ki", "Mi", "Gi", "Ti").get(unit));
    }
}
