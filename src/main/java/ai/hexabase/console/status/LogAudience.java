package ai.hexabase.console.status;

import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears several logs at once; called from many threads, must not block for long. */
public interface LogAudience {
    void entry(LogEntry entry);

    void overview(Overview overview);

    /**
     * What is read now.
     *
     * @param leftOut containers that would belong to it and are not read, because there are too many
     * @param reachability of the cluster
     * @param problem why pods cannot be followed; null when all is well
     */
    record Overview(
            List<LogState> logs,
            int leftOut,
            Reachability reachability,
            @Nullable Problem problem) {
        public Overview {
            logs = List.copyOf(logs);
        }
    }
}
