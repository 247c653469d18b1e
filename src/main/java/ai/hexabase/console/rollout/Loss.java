package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ConnectionFailed;
import java.time.Duration;

/** In which way a rollout lost its cluster: who has to do something about it, and how long that may take. */
enum Loss {
    UNREACHABLE(Waiting.UNREACHABLE),
    OVERLOADED(Waiting.UNREACHABLE),
    UNAUTHORIZED(Waiting.UNTRUSTED),
    UNTRUSTED(Waiting.UNTRUSTED);

    private final Duration patience;

    Loss(Duration patience) {
        this.patience = patience;
    }

    static Loss of(ConnectionFailed.Kind kind) {
        return switch (kind) {
            case UNAUTHORIZED -> UNAUTHORIZED;
            case TLS -> UNTRUSTED;
            case SERVER_ERROR -> OVERLOADED;
            case REFUSED, UNKNOWN_HOST, TIMED_OUT, GARBAGE, BROKEN -> UNREACHABLE;
        };
    }

    /** How long it may last before the step fails. */
    Duration patience() {
        return patience;
    }

    /** What is waited for. */
    Message wait(String cluster) {
        return switch (this) {
            case UNREACHABLE -> Message.of("rollout.wait.unreachable", cluster);
            case OVERLOADED -> Message.of("rollout.wait.overloaded", cluster);
            case UNAUTHORIZED -> Message.of("rollout.wait.unauthorized", cluster);
            case UNTRUSTED -> Message.of("rollout.wait.untrusted", cluster);
        };
    }

    /** Why the step fails in the end. */
    Problem lasting(String cluster, long minutes) {
        return switch (this) {
            case UNREACHABLE -> Problem.of("rollout-unreachable", cluster, minutes);
            case OVERLOADED -> Problem.of("rollout-overloaded", cluster, minutes);
            case UNAUTHORIZED -> Problem.of("rollout-unauthorized", cluster, minutes);
            case UNTRUSTED -> Problem.of("rollout-untrusted", cluster, minutes);
        };
    }
}
