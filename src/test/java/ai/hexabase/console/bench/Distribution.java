package ai.hexabase.console.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Measured values, sorted. */
record Distribution(double[] sorted) {
    static Distribution of(Collection<? extends Number> values) {
        var sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Distribution(sorted);
    }

    /** The smallest value that so many percent do not exceed. */
    double percentile(int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }

    double median() {
        return percentile(50);
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    int count() {
        return sorted.length;
    }

    /** Cells of a table: these percentiles in whole units. */
    String cells(int... percents) {
        return String.join(
                " | ",
                Arrays.stream(percents)
                        .mapToObj(percent -> String.format(Locale.ROOT, "%.0f", percentile(percent)))
                        .toList());
    }
}
