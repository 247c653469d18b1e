package ai.hexabase.console.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Locale;

/** Under which conditions figures were made. */
final class Machine {
    private Machine() {}

    /** Processes that wanted to run during the last minute; more than cores means that others had to wait. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static String describe(LocalDate day, double loadBefore) {
        return String.format(
                Locale.ROOT,
                "%s; %d cores, %s %s, JDK %d; load average before %.1f, after %.1f.",
                day,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version().feature(),
                loadBefore,
                load());
    }
}
