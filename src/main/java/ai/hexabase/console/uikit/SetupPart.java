package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import java.util.List;

/** What a step of the first-time setup shows while it is open. */
public interface SetupPart {
    /** The middle. */
    List<Component> parts();

    /** What explains and tests, at the right; none hides the column. The same parts each time, while they stay. */
    default List<Component> aside() {
        return List.of();
    }

    /** Shows anew what may have changed, keeping what was entered. */
    default void refresh() {}

    /** Words of the button that leads on. */
    default String next() {
        return Texts.get("uikit.wizard.next");
    }

    /** Why the way on is closed, empty when it is open. */
    String missing();

    /** Does what the button says, and leads on unless the reader has to stay or goes elsewhere. */
    default void goOn(Runnable on) {
        on.run();
    }
}
