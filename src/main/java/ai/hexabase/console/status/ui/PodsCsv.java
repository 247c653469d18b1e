package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.uikit.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pods as a table for spreadsheets (RFC 4180, UTF-8 with byte-order mark). */
final class PodsCsv {
    private static final List<String> COLUMNS = List.of(
            "cluster",
            "namespace",
            "pod",
            "workload",
            "phase",
            "ready",
            "containers",
            "restarts",
            "created",
            "node",
            "zone",
            "reason",
            "words");

    private PodsCsv() {}

    static byte[] write(List<PodRow> rows, Function<PodRow, String> cluster) {
        var lines = Stream.concat(
                Stream.of(line(COLUMNS.stream())), rows.stream().map(row -> line(values(row, cluster.apply(row)))));
        return ("\uFEFF" + lines.collect(Collectors.joining("\r\n", "", "\r\n"))).getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<Object> values(PodRow row, String cluster) {
        return Stream.of(
                cluster,
                row.namespace(),
                row.name(),
                row.workload().kind() + " " + row.workload().name(),
                row.phase(),
                row.ready(),
                row.containers(),
                row.restarts(),
                text(row.createdAt()),
                text(row.node()),
                text(row.zone()),
                Texts.of(row.reason().plain()),
                text(row.reason().words()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String line(Stream<?> values) {
        return values.map(value -> cell(value.toString())).collect(Collectors.joining(","));
    }

    /** A leading sign would make a spreadsheet run the text as a formula. */
    private static String cell(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^\",\\r\\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
