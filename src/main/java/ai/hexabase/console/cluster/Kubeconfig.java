package ai.hexabase.console.cluster;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.KubeAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kubeconfig that was read: its contexts, each usable or refused with reasons.
 *
 * @param currentContext the one kubectl would use, null when none is named
 */
public record Kubeconfig(List<Context> contexts, @Nullable String currentContext) {
    /**
     * One context.
     *
     * @param cluster name of its cluster entry
     * @param user name of its user entry
     * @param server address as written, empty when missing
     */
    public record Context(String name, String cluster, String user, String server, Outcome outcome) {}

    /** Whether the console takes a context. */
    public sealed interface Outcome {}

    /** Complete and acceptable; nothing was sent to the server yet. */
    public record Usable(KubeAccess access, @Nullable Instant expiresAt) implements Outcome {}

    /** Not taken, for all these reasons. */
    public record Refused(List<Problem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    public Kubeconfig {
        contexts = List.copyOf(contexts);
    }

    public Optional<Context> context(String name) {
        return contexts.stream().filter(context -> context.name().equals(name)).findFirst();
    }

    /** The context to offer first: the current one, else the first usable one, else the first. */
    public Context preferred() {
        return context(currentContext == null ? "" : currentContext)
                .or(() -> contexts.stream()
                        .filter(context -> context.outcome() instanceof Usable)
                        .findFirst())
                .orElse(contexts.getFirst());
    }

    /** Access by that context; a refused or unknown one is its first problem. */
    public KubeAccess access(String contextName) {
        var context = context(contextName)
                .orElseThrow(() -> new ProblemException(Problem.of("kubeconfig-context-unknown", contextName)));
        return switch (context.outcome()) {
            case Usable usable -> usable.access();
            case Refused refused ->
                throw new ProblemException(refused.problems().getFirst());
        };
    }
}
