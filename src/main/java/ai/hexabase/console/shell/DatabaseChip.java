package ai.hexabase.console.shell;

import ai.hexabase.console.news.Changes;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;

/** On every screen, while the console's database does not answer: since when, and what that means. */
final class DatabaseChip extends Span {
    private final transient Changes changes;
    private final transient Clock clock;

    DatabaseChip(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
        addClassNames("hx-tag", Status.FAILED.className());
        getElement().setAttribute("role", "alert");
        show();
        var live = LiveUpdates.of(this);
        live.whileShown(() -> changes.subscribeToDatabase(() -> live.run("database", this::show)));
    }

    private void show() {
        removeAll();
        var away = changes.databaseAwaySince();
        setVisible(away.isPresent());
        away.ifPresent(since -> {
            var when = Formats.clock(since, clock.instant(), ReaderZone.get());
            add(Status.FAILED.icon().create(), new Span(Texts.get("shell.database.away", when)));
            getElement().setAttribute("title", Texts.get("shell.database.away.means"));
        });
    }
}
