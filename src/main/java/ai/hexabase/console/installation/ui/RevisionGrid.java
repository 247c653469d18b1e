package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.ValueProvider;
import java.time.Clock;
import java.util.List;

/** All revisions of an installation, with what was said of each. */
final class RevisionGrid extends Grid<Revision> {
    RevisionGrid(List<Revision> revisions, Clock clock) {
        Layouts.dense(this);
        setAllRowsVisible(true);
        narrow("installation.column.revision", Revision::number).setTextAlign(ColumnTextAlign.END);
        addColumn(Revision::comment)
                .setHeader(Texts.get("installation.save.comment"))
                .setFlexGrow(1);
        narrow("installation.column.differences", RevisionGrid::differences);
        narrow("installation.column.by", Revision::createdBy);
        narrow(
                "installation.column.at",
                revision -> Formats.when(revision.createdAt(), clock.instant(), ReaderZone.get()));
        setItems(revisions);
    }

    /** As wide as its values. */
    private Column<Revision> narrow(String header, ValueProvider<Revision, ?> value) {
        return addColumn(value).setHeader(Texts.get(header)).setAutoWidth(true).setFlexGrow(0);
    }

    private static String differences(Revision revision) {
        return Texts.get(
                "installation.differences", revision.settings().changed().size());
    }
}
