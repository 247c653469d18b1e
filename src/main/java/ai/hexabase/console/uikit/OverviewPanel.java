package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;

/** A module's part of the home screen; the ones with the lower {@link #order()} come first. */
public interface OverviewPanel {
    /** Where on the home screen a part stands. */
    enum Place {
        /** Above all else; with nothing besides, the console still counts as empty. */
        FIRST,
        MAIN,
        SIDE
    }

    int order();

    default Place place() {
        return Place.MAIN;
    }

    /** The part for the current reader, or nothing when there is nothing to show yet. */
    Optional<Component> build();

    /** What of this module needs attention now; the home screen shows all of them in one list, worst first. */
    default List<AttentionItem> attention() {
        return List.of();
    }

    /** Short facts for the line below the title, such as "3 installations on 4 clusters". */
    default List<Component> facts() {
        return List.of();
    }

    /** Buttons or links for a console in which nothing exists yet, the first of them the main one. */
    default List<Component> firstSteps() {
        return List.of();
    }

    /** Tells the listener, on any thread, when {@link #attention()}, facts or the part should be read again. */
    default AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }
}
