package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.PodDetails.Container;
import ai.hexabase.console.uikit.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose log is read.
 *
 * @param previous the run before the last restart, which is over
 */
record LogSource(String container, boolean previous) {
    /** Every container, and its run before the last restart where there was one; those that start first come last. */
    static List<LogSource> of(List<Container> containers) {
        var sources = new ArrayList<LogSource>();
        containers.stream().filter(container -> !container.init()).forEach(container -> add(container, sources));
        containers.stream().filter(Container::init).forEach(container -> add(container, sources));
        return sources;
    }

    private static void add(Container container, List<LogSource> sources) {
        sources.add(new LogSource(container.name(), false));
        if (container.restarts() > 0) {
            sources.add(new LogSource(container.name(), true));
        }
    }

    String words() {
        return previous ? Texts.get("status.log.previous", container) : container;
    }
}
