package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.test.Screen;
import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.stream.Stream;

/** Reads live lists as a grid does. */
final class Lists {
    private Lists() {}

    @SuppressWarnings("unchecked")
    static <R extends LiveRow> LiveGrid<R> grid(Component view) {
        return (LiveGrid<R>) Screen.parts(view, LiveGrid.class).findFirst().orElseThrow();
    }

    /** The lines from top to bottom, those of closed groups left out. */
    static <R extends LiveRow> List<LiveLine<R>> lines(Component view) {
        LiveGrid<R> grid = grid(view);
        return grid.getDataCommunicator()
                .fetchFromProvider(0, Integer.MAX_VALUE)
                .toList();
    }

    static <R extends LiveRow> Stream<R> rows(Component view) {
        return Lists.<R>lines(view).stream().filter(line -> !line.isGroup()).map(LiveLine::row);
    }

    /** What stands in a column beside the row of that name. */
    static <R extends LiveRow> R row(Component view, String name) {
        return Lists.<R>rows(view)
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + name));
    }
}
