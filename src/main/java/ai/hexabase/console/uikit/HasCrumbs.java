package ai.hexabase.console.uikit;

import java.util.List;

/** A screen that lies below others; the shell shows the way back to them in its header. */
public interface HasCrumbs {
    /** From the outermost place to the one above this screen; the screen's own title is added by the shell. */
    List<Crumb> crumbs();
}
