package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Comparison;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.function.ValueProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All revisions of an installation, with what was said of each. */
final class RevisionGrid extends Grid<Revision> {
    RevisionGrid(List<Revision> revisions, Clock clock) {
        Layouts.dense(this);
        setAllRowsVisible(true);
        var byNumber = revisions.stream().collect(Collectors.toMap(Revision::number, Function.identity()));
        addComponentColumn(RevisionGrid::link)
                .setHeader(Texts.get("installation.column.revision"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        addColumn(Revision::comment)
                .setHeader(Texts.get("installation.save.comment"))
                .setFlexGrow(1);
        narrow("revision.column.changes", revision -> changes(revision, byNumber));
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

    private static Anchor link(Revision revision) {
        return Layouts.nameLink(
                InstallationLinks.revision(revision.installation(), revision.number()),
                Texts.get("installation.revision.number", revision.number()));
    }

    /** What it changed in the one before; of the first, in its profile. */
    private static String changes(Revision revision, Map<Integer, Revision> byNumber) {
        var before = byNumber.get(revision.number() - 1);
        var comparison = before == null ? Comparison.withProfile(revision) : Comparison.between(before, revision);
        return Texts.get("installation.differences", comparison.size());
    }
}
