package ai.hexabase.console.status.ui;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.uikit.Texts;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** What stands in the cells of rows and of their groups, given how well each cluster can be reached. */
final class LiveCells<R extends LiveRow> {
    private final Sheet<R> sheet;
    private final Clock clock;
    private Map<ClusterId, Reachability> reachability = Map.of();

    LiveCells(Sheet<R> sheet, Clock clock) {
        this.sheet = sheet;
        this.clock = clock;
    }

    /** True when that makes rows look different. */
    boolean reachability(Map<ClusterId, Reachability> clusters) {
        var before = silent(reachability);
        reachability = clusters;
        return !before.equals(silent(clusters));
    }

    private static Map<ClusterId, Reachability> silent(Map<ClusterId, Reachability> clusters) {
        var silent = new HashMap<>(clusters);
        silent.values().removeIf(state -> !(state instanceof Reachability.UnknownSince));
        return silent;
    }

    private Reachability of(R row) {
        return reachability.getOrDefault(row.cluster(), new Reachability.Reconnecting(clock.instant(), null));
    }

    /** Classes of the shape before a row's name, empty for a group. */
    String shape(LiveLine<R> line) {
        var row = line.row();
        if (row == null) {
            return "";
        }
        var status = LiveTexts.status(row.reason(), of(row));
        return "hx-icon hx-shape " + status.icon().className() + " " + status.className();
    }

    String name(LiveLine<R> line) {
        var row = line.row();
        if (row != null) {
            return sheet.title(row);
        }
        var title = line.group().title();
        return title.isEmpty() ? Texts.get("status.group.without") : title;
    }

    /** Leads to the logs of a group, empty where there are none. */
    String logs(LiveLine<R> line) {
        return line.isGroup() ? sheet.logs(line.group(), line.group().grouping()) : "";
    }

    /** The whole name of a row, the kind of a group. */
    String more(LiveLine<R> line) {
        var row = line.row();
        if (row == null) {
            return line.group().kind().isEmpty()
                    ? ""
                    : LiveTexts.kind(line.group().kind());
        }
        return row.namespace() == null ? row.name() : row.namespace() + "/" + row.name();
    }

    String age(R row) {
        return LiveTexts.age(row.createdAt(), clock.instant());
    }

    String words(LiveLine<R> line) {
        var row = line.row();
        return row == null ? sum(line.group()) : LiveTexts.words(sheet.words(row), of(row), clock.instant());
    }

    String ownWords(LiveLine<R> line) {
        var row = line.row();
        if (row == null) {
            return "";
        }
        var own = sheet.ownWords(row);
        return own == null ? words(line) : words(line) + "\n" + own;
    }

    static String sum(LiveGroup<?> group) {
        var text = Texts.get("status.group.ready", group.ready(), group.rows().size());
        if (group.starting() > 0) {
            text += Texts.get("status.group.starting", group.starting());
        }
        if (group.failing() > 0) {
            text += Texts.get("status.group.failing", group.failing());
        }
        return text;
    }
}
