package ai.hexabase.console.uikit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * The newest lines of a log in order, bounded by their number and by their characters; the oldest go first.
 *
 * <p>Lines of several sources arrive a little out of order: each goes where it belongs by its time.
 */
final class LogShelf {
    private final int mostLines;
    private final int mostChars;
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long chars;
    private long dropped;

    LogShelf(int mostLines, int mostChars) {
        this.mostLines = mostLines;
        this.mostChars = mostChars;
    }

    void add(Collection<LogLine> batch) {
        batch.forEach(this::add);
        while (lines.size() > mostLines || (chars > mostChars && lines.size() > 1)) {
            chars -= lines.removeFirst().size();
            dropped++;
        }
    }

    private void add(LogLine line) {
        var later = new ArrayList<LogLine>();
        while (line.order() > 0 && !lines.isEmpty() && lines.getLast().order() > line.order()) {
            later.add(lines.removeLast());
        }
        lines.addLast(line);
        later.reversed().forEach(lines::addLast);
        chars += line.size();
    }

    void clear() {
        lines.clear();
        chars = 0;
        dropped = 0;
    }

    List<LogLine> lines() {
        return List.copyOf(lines);
    }

    int size() {
        return lines.size();
    }

    /** How many lines went since the last {@link #clear()}. */
    long dropped() {
        return dropped;
    }
}
