package ai.hexabase.console.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.uikit.DiffLine.Kind;
import ai.hexabase.console.uikit.DiffLine.Piece;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDiffTest {
    @Test
    void aChangedLineStandsUnderTheOldOneWithItsWordMarked() {
        var lines = TextDiff.of("kind: Deployment\nreplicas: 4\n", "kind: Deployment\nreplicas: 3\n");
        assertThat(lines)
                .containsExactly(
                        DiffLine.same(1, 1, "kind: Deployment"),
                        new DiffLine(Kind.REMOVED, 2, 0, List.of(new Piece("replicas: ", false), new Piece("4", true))),
                        new DiffLine(Kind.ADDED, 0, 2, List.of(new Piece("replicas: ", false), new Piece("3", true))));
    }

    @Test
    void aVersionWithItsDigestIsOneMark() {
        var lines = TextDiff.of("image: a/b:1.4.2@sha256:51ce", "image: a/b:1.5.0@sha256:8b90");
        assertThat(lines.getFirst().pieces())
                .containsExactly(new Piece("image: a/b:", false), new Piece("1.4.2@sha256:51ce", true));
    }

    @Test
    void severalChangedLinesAlternate() {
        var lines = TextDiff.of("a: 1\nb: 1\nc: 1", "a: 2\nb: 2\nc: 1");
        assertThat(kinds(lines)).isEqualTo("-+-+ ");
        assertThat(lines).extracting(DiffLine::text).containsExactly("a: 1", "a: 2", "b: 1", "b: 2", "c: 1");
    }

    @Test
    void whatIsCreatedOrDeletedHasNoMarks() {
        assertThat(kinds(TextDiff.of("", "a: 1\nb: 2"))).isEqualTo("++");
        assertThat(kinds(TextDiff.of("a: 1\nb: 2", ""))).isEqualTo("--");
        assertThat(TextDiff.of("", "a: 1").getFirst().pieces()).noneMatch(Piece::marked);
    }

    @Test
    void lineNumbersFollowTheirOwnText() {
        var lines = TextDiff.of("a\nb\nc", "a\nx\ny\nb\nc");
        assertThat(lines.getLast()).isEqualTo(DiffLine.same(3, 5, "c"));
    }

    private static String kinds(List<DiffLine> lines) {
        return lines.stream()
                .map(line -> switch (line.kind()) {
                    case ADDED -> "+";
                    case REMOVED -> "-";
                    case SAME -> " ";
                })
                .collect(Collectors.joining());
    }
}
