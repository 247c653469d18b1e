package ai.hexabase.console.uikit;

import java.util.List;

/** A screen that lies below others; the shell shows the way back to them in its header. */
public interface HasCrumbs {
    /** From the outermost place to the one above this screen. */
    List<Crumb> crumbs();

    /** The name of this screen. */
    String here();

    /** Whether the screen stands without the menu: nothing should lead away from it by the way. */
    default boolean isAlone() {
        return false;
    }
}
