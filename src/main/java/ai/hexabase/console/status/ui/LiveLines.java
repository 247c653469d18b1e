package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LiveRow;
import com.vaadin.flow.data.provider.hierarchy.AbstractHierarchicalDataProvider;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import com.vaadin.flow.function.SerializablePredicate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hands a grid the lines it asks for, and no others. */
final class LiveLines<R extends LiveRow>
        extends AbstractHierarchicalDataProvider<LiveLine<R>, SerializablePredicate<LiveLine<R>>> {
    private transient LiveList<R> list = LiveList.empty();

    LiveList<R> list() {
        return list;
    }

    /** Shows this list from now on; the lines that look different are asked for again. */
    void show(LiveList<R> newList, boolean all) {
        var changed = all ? Optional.<List<LiveLine<R>>>empty() : newList.changedSince(list);
        list = newList;
        changed.ifPresentOrElse(lines -> lines.forEach(this::refreshItem), this::refreshAll);
    }

    @Override
    public HierarchyFormat getHierarchyFormat() {
        return HierarchyFormat.FLATTENED;
    }

    @Override
    public boolean isInMemory() {
        return false;
    }

    @Override
    public Object getId(LiveLine<R> line) {
        return line.key();
    }

    @Override
    public boolean hasChildren(LiveLine<R> line) {
        return line.isGroup();
    }

    @Override
    public int getDepth(LiveLine<R> line) {
        return line.isGroup() || !list.isGrouped() ? 0 : 1;
    }

    @Override
    public @Nullable LiveLine<R> getParent(LiveLine<R> line) {
        return line.isGroup() || !list.isGrouped() ? null : LiveLine.of(line.group());
    }

    @Override
    public int getChildCount(HierarchicalQuery<LiveLine<R>, SerializablePredicate<LiveLine<R>>> query) {
        return list.lines(query.getExpandedItemIds());
    }

    @Override
    public Stream<LiveLine<R>> fetchChildren(HierarchicalQuery<LiveLine<R>, SerializablePredicate<LiveLine<R>>> query) {
        return list.lines(query.getExpandedItemIds(), query.getOffset(), query.getLimit()).stream();
    }
}
