package ai.hexabase.console.cluster;

import ai.hexabase.console.cluster.ConnectionReport.Stage;
import ai.hexabase.console.cluster.ConnectionReport.StageResult;
import ai.hexabase.console.cluster.ConnectionReport.State;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.Connections;
import ai.hexabase.console.kube.Identity;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.ServerInfo;
import ai.hexabase.console.kube.Timeouts;
import ai.hexabase.console.kube.TlsReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries one access, stage by stage; each stage is told when it starts and when it ends. */
final class ConnectionTrial {
    private static final Duration SOON = Duration.ofDays(30);

    private final Connections connections;
    private final Clock clock;
    private final KubeAccess access;
    private final Consumer<StageResult> listener;
    private final List<StageResult> results = new ArrayList<>();
    private @Nullable TlsReport tls;
    private @Nullable Identity identity;
    private @Nullable ServerInfo server;
    private @Nullable String uid;
    private List<AccessQuestion> missing = List.of();

    ConnectionTrial(Connections connections, Clock clock, KubeAccess access, Consumer<StageResult> listener) {
        this.connections = connections;
        this.clock = clock;
        this.access = access;
        this.listener = listener;
    }

    ConnectionReport run() {
        if (stage(Stage.REACHABLE, this::reach) && stage(Stage.TRUSTED, this::trust)) {
            try (var connection = connections.open(access, Timeouts.SHORT)) {
                var known = stage(Stage.AUTHENTICATED, () -> authenticate(connection));
                if (stage(Stage.VERSION, () -> version(connection)) && known) {
                    stage(Stage.PERMISSIONS, () -> permissions(connection));
                }
                uid = known ? Seen.uid(connection) : null;
            } catch (ProblemException e) {
                tell(new StageResult(Stage.AUTHENTICATED, State.FAILED, null, e.problem()));
            }
        }
        skipTheRest();
        return new ConnectionReport(results, tls, identity, server, uid, missing);
    }

    /** What a stage found; throws when it found a reason to stop. */
    private interface Attempt {
        StageResult run();
    }

    private boolean stage(Stage stage, Attempt attempt) {
        listener.accept(new StageResult(stage, State.RUNNING, null, null));
        try {
            var result = attempt.run();
            tell(result);
            return result.state() != State.FAILED;
        } catch (ProblemException e) {
            tell(new StageResult(stage, State.FAILED, null, e.problem()));
            return false;
        }
    }

    private void tell(StageResult result) {
        results.add(result);
        listener.accept(result);
    }

    private void skipTheRest() {
        for (var stage : Stage.values()) {
            if (results.stream().noneMatch(result -> result.stage() == stage)) {
                tell(new StageResult(stage, State.SKIPPED, null, null));
            }
        }
    }

    private StageResult reach() {
        ServerAddress.requireAllowed(access.server());
        var asked = clock.instant();
        if (access.proxy() == null) {
            tls = connections.inspectTls(
                    access.server(), access.caPem(), access.tlsServerName(), Timeouts.SHORT.connect());
        }
        var millis = Duration.between(asked, clock.instant()).toMillis();
        return access.proxy() == null
                ? passed(Stage.REACHABLE, "cluster.test.reachable", access.server(), millis)
                : passed(
                        Stage.REACHABLE,
                        "cluster.test.proxied",
                        access.server(),
                        access.proxy().getHost());
    }

    private StageResult trust() {
        var seen = tls;
        if (seen == null) {
            return passed(Stage.TRUSTED, "cluster.test.trusted-later");
        }
        var leaf = seen.chain().isEmpty() ? null : seen.chain().getFirst();
        var problem = distrust(seen, leaf, access.expectedHost());
        return problem == null
                ? passed(Stage.TRUSTED, "cluster.test.trusted", leaf == null ? "" : leaf.issuer())
                : new StageResult(Stage.TRUSTED, State.FAILED, null, problem.saying(seen.words()));
    }

    private static @Nullable Problem distrust(TlsReport seen, TlsReport.@Nullable Certificate leaf, String host) {
        return switch (seen.verdict()) {
            case TRUSTED -> null;
            case UNTRUSTED -> Problem.of("cluster-tls-untrusted", host, String.valueOf(seen.missingIssuer()));
            case EXPIRED -> Problem.of("cluster-tls-expired", host, leaf == null ? "" : leaf.notAfter());
            case WRONG_HOST ->
                Problem.of("cluster-tls-wrong-host", host, leaf == null ? "" : String.join(", ", leaf.names()));
            case REFUSED -> Problem.of("cluster-tls-refused", host);
        };
    }

    private StageResult authenticate(ClusterConnection connection) {
        var expires = CredentialsExpiry.of(access.credentials());
        if (expires != null && !expires.isAfter(clock.instant())) {
            throw new ProblemException(Problem.of("cluster-credentials-expired", expires));
        }
        var who = connection.whoAmI();
        if ("system:anonymous".equals(who.username())) {
            throw new ProblemException(Problem.of("cluster-anonymous"));
        }
        identity = who;
        return endsSoon(expires)
                ? new StageResult(
                        Stage.AUTHENTICATED,
                        State.WARNING,
                        Message.of("cluster.test.authenticated", who.username()),
                        Problem.of("cluster-credentials-end-soon", String.valueOf(expires)))
                : passed(Stage.AUTHENTICATED, "cluster.test.authenticated", who.username());
    }

    private boolean endsSoon(@Nullable Instant expires) {
        return expires != null && expires.isBefore(clock.instant().plus(SOON));
    }

    private StageResult version(ClusterConnection connection) {
        var info = connection.serverInfo();
        server = info;
        Seen.requireNewEnough(info);
        return passed(Stage.VERSION, "cluster.test.version", info.version());
    }

    private StageResult permissions(ClusterConnection connection) {
        var questions = NeededPermissions.questions();
        missing = NeededPermissions.missing(connection.checkAccess(questions));
        if (missing.isEmpty()) {
            return passed(Stage.PERMISSIONS, "cluster.test.permissions", questions.size());
        }
        return new StageResult(
                Stage.PERMISSIONS,
                State.WARNING,
                Message.of("cluster.test.permissions-missing", missing.size(), questions.size()),
                Problem.of("cluster-permissions-missing", missing.size()));
    }

    private static StageResult passed(Stage stage, String key, Object... args) {
        return new StageResult(stage, State.PASSED, Message.of(key, args), null);
    }
}
