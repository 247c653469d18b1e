package ai.hexabase.console.uikit;

import ai.hexabase.console.uikit.DiffLine.Kind;
import ai.hexabase.console.uikit.DiffLine.Piece;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Compares two texts line by line, and changed lines word by word. */
public final class TextDiff {
    private static final Pattern WORDS = Pattern.compile("\\s+|[\\p{L}\\p{N}_.]+|.");

    private TextDiff() {}

    /** All lines of both texts, in reading order. */
    public static List<DiffLine> of(String before, String after) {
        var olds = lines(before);
        var news = lines(after);
        var out = new ArrayList<DiffLine>();
        var at = new int[] {0, 0};
        for (var delta : DiffUtils.diff(olds, news).getDeltas()) {
            same(out, olds, at, delta.getSource().getPosition());
            changed(out, delta, at);
        }
        same(out, olds, at, olds.size());
        return out;
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : text.stripTrailing().lines().toList();
    }

    private static void same(List<DiffLine> out, List<String> olds, int[] at, int until) {
        while (at[0] < until) {
            var text = olds.get(at[0]);
            out.add(DiffLine.same(++at[0], ++at[1], text));
        }
    }

    private static void changed(List<DiffLine> out, AbstractDelta<String> delta, int[] at) {
        var gone = delta.getSource().getLines();
        var come = delta.getTarget().getLines();
        var paired = delta.getType() == DeltaType.CHANGE && gone.size() == come.size();
        var added = new ArrayList<DiffLine>();
        for (var i = 0; i < gone.size(); i++) {
            var words = paired ? Marks.of(gone.get(i), come.get(i)) : Marks.none(gone.get(i), "");
            out.add(new DiffLine(Kind.REMOVED, ++at[0], 0, words.before()));
        }
        for (var i = 0; i < come.size(); i++) {
            var words = paired ? Marks.of(gone.get(i), come.get(i)) : Marks.none("", come.get(i));
            added.add(new DiffLine(Kind.ADDED, 0, ++at[1], words.after()));
        }
        if (paired) {
            interleave(out, added);
        } else {
            out.addAll(added);
        }
    }

    /** Puts each new line under the old line it replaces, so that the eye compares neighbours. */
    private static void interleave(List<DiffLine> out, List<DiffLine> added) {
        var from = out.size() - added.size();
        for (var i = 0; i < added.size(); i++) {
            out.add(from + 2 * i + 1, added.get(i));
        }
    }

    private record Marks(List<Piece> before, List<Piece> after) {
        static Marks none(String before, String after) {
            return new Marks(List.of(new Piece(before, false)), List.of(new Piece(after, false)));
        }

        static Marks of(String before, String after) {
            var olds = words(before);
            var news = words(after);
            var goneMarks = new boolean[olds.size()];
            var comeMarks = new boolean[news.size()];
            for (var delta : DiffUtils.diff(olds, news).getDeltas()) {
                mark(
                        goneMarks,
                        delta.getSource().getPosition(),
                        delta.getSource().size());
                mark(
                        comeMarks,
                        delta.getTarget().getPosition(),
                        delta.getTarget().size());
            }
            return new Marks(pieces(olds, joined(olds, goneMarks)), pieces(news, joined(news, comeMarks)));
        }

        /** Marks what stands between two marks of the same word, so that a version or digest is one mark. */
        private static boolean[] joined(List<String> words, boolean[] marks) {
            var last = -1;
            for (var i = 0; i < marks.length; i++) {
                if (words.get(i).isBlank()) {
                    last = -1;
                } else if (marks[i]) {
                    if (last >= 0) {
                        mark(marks, last, i - last);
                    }
                    last = i;
                }
            }
            return marks;
        }

        private static void mark(boolean[] marks, int from, int count) {
            java.util.Arrays.fill(marks, from, from + count, true);
        }

        private static List<String> words(String line) {
            return WORDS.matcher(line).results().map(match -> match.group()).toList();
        }

        private static List<Piece> pieces(List<String> words, boolean[] marks) {
            var pieces = new ArrayList<Piece>();
            var text = new StringBuilder();
            for (var i = 0; i < words.size(); i++) {
                text.append(words.get(i));
                if (i + 1 == words.size() || marks[i + 1] != marks[i]) {
                    pieces.add(new Piece(text.toString(), marks[i]));
                    text.setLength(0);
                }
            }
            return pieces;
        }
    }
}
