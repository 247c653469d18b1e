package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.uikit.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as a table for spreadsheets (RFC 4180, UTF-8 with byte-order mark). */
final class LiveCsv {
    private LiveCsv() {}

    static <R extends LiveRow> byte[] write(Sheet<R> sheet, List<R> rows, Function<R, String> cluster) {
        var columns = new ArrayList<CsvColumn<R>>();
        columns.add(new CsvColumn<>("cluster", cluster::apply));
        if (sheet.isNamespaced()) {
            columns.add(new CsvColumn<>("namespace", LiveRow::namespace));
        }
        columns.addAll(sheet.csv());
        columns.add(new CsvColumn<>("reason", row -> Texts.of(row.reason().plain())));
        columns.add(new CsvColumn<>("words", sheet::ownWords));
        var lines = Stream.concat(
                Stream.of(line(columns.stream().map(CsvColumn::name))),
                rows.stream()
                        .map(row -> line(columns.stream()
                                .map(column -> text(column.value().apply(row))))));
        return ("\uFEFF" + lines.collect(Collectors.joining("\r\n", "", "\r\n"))).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static String line(Stream<String> values) {
        return values.map(LiveCsv::cell).collect(Collectors.joining(","));
    }

    /** A leading sign would make a spreadsheet run the text as a formula. */
    private static String cell(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^\",\\r\\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
