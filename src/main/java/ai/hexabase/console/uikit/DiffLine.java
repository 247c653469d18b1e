package ai.hexabase.console.uikit;

import java.util.List;

/**
 * One line of a unified diff.
 *
 * @param before line number in the old text, 0 when the line is new
 * @param after line number in the new text, 0 when the line is gone
 * @param pieces the text in order; marked pieces are the words that differ
 */
public record DiffLine(Kind kind, int before, int after, List<Piece> pieces) {
    /** What happened to the line. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /** A run of text, marked when it differs from the other side. */
    public record Piece(String text, boolean marked) {}

    public DiffLine {
        pieces = List.copyOf(pieces);
    }

    static DiffLine same(int before, int after, String text) {
        return new DiffLine(Kind.SAME, before, after, List.of(new Piece(text, false)));
    }

    public String text() {
        return String.join("", pieces.stream().map(Piece::text).toList());
    }
}
