package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.Identity;
import ai.hexabase.console.kube.ServerInfo;
import ai.hexabase.console.kube.TlsReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came out of trying a connection before it is saved.
 *
 * @param tls the server's certificates, null when it was never reached or stands behind a proxy
 * @param missing permissions the console would need and does not have
 */
public record ConnectionReport(
        List<StageResult> stages,
        @Nullable TlsReport tls,
        @Nullable Identity identity,
        @Nullable ServerInfo server,
        @Nullable String clusterUid,
        List<AccessQuestion> missing) {
    /** What is tried, in this order. */
    public enum Stage {
        REACHABLE,
        TRUSTED,
        AUTHENTICATED,
        VERSION,
        PERMISSIONS
    }

    /** How a stage stands. */
    public enum State {
        RUNNING,
        PASSED,
        WARNING,
        FAILED,
        /** Not tried, because an earlier stage failed. */
        SKIPPED
    }

    /**
     * One stage's result.
     *
     * @param observed what was found, null while running or when not tried
     * @param problem what stands in the way, null when nothing does
     */
    public record StageResult(
            Stage stage,
            State state,
            @Nullable Message observed,
            @Nullable Problem problem) {}

    public ConnectionReport {
        stages = List.copyOf(stages);
        missing = List.copyOf(missing);
    }

    /** Reachable, trusted, authenticated and new enough; missing permissions do not stand in the way. */
    public boolean canSave() {
        return identity != null && server != null && stages.stream().noneMatch(stage -> stage.state() == State.FAILED);
    }
}
