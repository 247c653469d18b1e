package ai.hexabase.console.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of figures: one section per measurement, each written on its own. */
final class BenchPage {
    private static final String INTRODUCTION = """
            # Benchmarks

            Made by `./console bench`, which measures everything; `./console bench NAME…` measures only that and leaves \
            the other sections as they are. Figures that are compared come from the same run. Nothing of this is \
            asserted in tests.
            """;

    private final Path file;
    private final List<String> titles;

    /** @param titles of all sections there can be, in order */
    BenchPage(Path file, List<String> titles) {
        this.file = file;
        this.titles = List.copyOf(titles);
    }

    /** Replaces this section on the page. */
    void put(String title, String text) throws IOException {
        var sections = read();
        sections.put(title, text.strip());
        var page = new StringBuilder(INTRODUCTION);
        for (var each : titles) {
            if (sections.containsKey(each)) {
                page.append("\n## ")
                        .append(each)
                        .append("\n\n")
                        .append(sections.get(each))
                        .append('\n');
            }
        }
        Files.writeString(file, page);
    }

    private Map<String, String> read() throws IOException {
        var sections = new LinkedHashMap<String, String>();
        if (!Files.exists(file)) {
            return sections;
        }
        var parts = Files.readString(file).split("(?m)^## ");
        for (var i = 1; i < parts.length; i++) {
            var end = parts[i].indexOf('\n');
            sections.put(
                    parts[i].substring(0, end).strip(), parts[i].substring(end).strip());
        }
        return sections;
    }
}
