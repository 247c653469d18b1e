package ai.hexabase.console.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures what is named, or everything, and writes it into {@code docs/benchmarks.md}; what is not measured this time
 * stays there as it was.
 */
public final class Bench {
    /** In the page's order. */
    private static final List<Measurement> ALL = List.of(new StartUp(), new LiveFigures(), new Planning());

    private Bench() {}

    public static void main(String[] names) throws Exception {
        var wanted = List.of(names);
        var known = ALL.stream().map(Measurement::name).collect(Collectors.toSet());
        if (!known.containsAll(wanted)) {
            System.err.println("bench: there is " + String.join(", ", known));
            System.exit(2);
        }
        var page = new BenchPage(
                Path.of("docs", "benchmarks.md"),
                ALL.stream().map(Measurement::title).toList());
        for (var measurement : ALL) {
            if (wanted.isEmpty() || wanted.contains(measurement.name())) {
                System.err.println("bench: " + measurement.name());
                var before = Machine.load();
                var text = measurement.measure();
                page.put(measurement.title(), text.strip() + "\n\n" + Machine.describe(LocalDate.now(), before));
            }
        }
        System.exit(0);
    }
}
