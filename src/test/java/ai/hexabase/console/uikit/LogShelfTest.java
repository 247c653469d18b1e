package ai.hexabase.console.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogShelfTest {
    private static LogLine line(String text, long order) {
        return new LogLine("", "", text, "w", 1, order);
    }

    private static List<String> texts(LogShelf shelf) {
        return shelf.lines().stream().map(LogLine::text).toList();
    }

    @Test
    void linesOfSeveralSourcesStandInTheOrderOfTheirTimesHoweverTheyCome() {
        var shelf = new LogShelf(10, 1000);
        shelf.add(List.of(line("b", 20), line("d", 40)));
        shelf.add(List.of(line("a", 10), line("c", 30), line("d too", 40), line("e", 50)));
        assertThat(texts(shelf)).containsExactly("a", "b", "c", "d", "d too", "e");
    }

    @Test
    void aLineWithoutATimeGoesBelowAllOthers() {
        var shelf = new LogShelf(10, 1000);
        shelf.add(List.of(line("a", 10), line("b", 20), line("no time", 0)));
        assertThat(texts(shelf)).containsExactly("a", "b", "no time");
    }

    @Test
    void theOldestLinesGoByNumberAndAreCounted() {
        var shelf = new LogShelf(3, 1000);
        shelf.add(IntStream.rangeClosed(1, 5)
                .mapToObj(number -> line("line " + number, number))
                .toList());
        assertThat(texts(shelf)).containsExactly("line 3", "line 4", "line 5");
        assertThat(shelf.dropped()).isEqualTo(2);
    }

    @Test
    void fewLongLinesAreBoundedByTheirCharacters() {
        var shelf = new LogShelf(1000, 250);
        shelf.add(IntStream.range(0, 5)
                .mapToObj(number -> line("x".repeat(99), number + 1))
                .toList());
        assertThat(shelf.size()).isEqualTo(2);
        assertThat(shelf.dropped()).isEqualTo(3);
        shelf.clear();
        assertThat(shelf.dropped()).isZero();
    }
}
