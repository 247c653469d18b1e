package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.rollout.StepOutcome.Wait;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what an object that is being deleted still waits for: which finalizer, and who would have to take it away. The
 * console never does so itself: a finalizer stands for work that somebody has not finished.
 */
final class Hanging {
    private static final String VOLUME_IN_USE = "kubernetes.io/pvc-protection";
    private static final Set<String> GARBAGE_COLLECTOR = Set.of("foregroundDeletion", "orphan");

    private Hanging() {}

    static Wait wait(ClusterConnection cluster, KubeObject live) {
        var finalizers = live.at("/metadata/finalizers")
                .valueStream()
                .map(each -> each.asString(""))
                .toList();
        var wait = new Wait(Message.of("rollout.removal.wait.gone", live.ref()));
        return problem(cluster, live, finalizers)
                .map(problem -> telling(problem))
                .orElse(wait);
    }

    private static Wait telling(Problem problem) {
        var wait = new Wait(problem.what()).because(new Trouble(problem, Waiting.FINALIZER));
        return wait.saying(problem.words());
    }

    private static Optional<Problem> problem(ClusterConnection cluster, KubeObject live, List<String> finalizers) {
        var since = live.text("/metadata/deletionTimestamp");
        if (since == null) {
            return Optional.empty();
        }
        if (live.kind().equals(ResourceKind.NAMESPACE)) {
            return Optional.of(
                    Problem.of("removal-namespace-hangs", live.name(), since).saying(namespaceWords(live)));
        }
        if (finalizers.isEmpty()) {
            return Optional.empty();
        }
        var all = String.join(", ", finalizers);
        if (finalizers.contains(VOLUME_IN_USE)) {
            var pods = users(cluster, live);
            return Optional.of(
                    pods.isEmpty()
                            ? Problem.of("removal-volume-protected", live.ref(), since)
                            : Problem.of("removal-volume-in-use", live.ref(), pods, since));
        }
        return Optional.of(
                GARBAGE_COLLECTOR.containsAll(finalizers)
                        ? Problem.of("removal-garbage", live.ref(), all, since)
                        : Problem.of("removal-finalizer", live.ref(), all, owner(finalizers), since));
    }

    /** Names of the pods that still use this claim. */
    private static String users(ClusterConnection cluster, KubeObject claim) {
        return cluster.listAll(ListQuery.of(ResourceKind.POD).in(claim.namespace())).stream()
                .filter(pod -> pod.at("/spec/volumes")
                        .valueStream()
                        .anyMatch(volume -> claim.name()
                                .equals(volume.at("/persistentVolumeClaim/claimName")
                                        .asString(""))))
                .map(KubeObject::name)
                .collect(Collectors.joining(", "));
    }

    /** A finalizer is named after the domain of the controller that set it. */
    private static String owner(List<String> finalizers) {
        var finalizer = finalizers.stream()
                .filter(each -> !GARBAGE_COLLECTOR.contains(each))
                .findFirst()
                .orElseThrow();
        return finalizer.contains("/") ? finalizer.substring(0, finalizer.indexOf('/')) : finalizer;
    }

    /** The server's own words about what is left in it. */
    private static String namespaceWords(KubeObject namespace) {
        return namespace
                .at("/status/conditions")
                .valueStream()
                .filter(condition -> "True".equals(condition.path("status").asString("")))
                .map(condition -> condition.path("message").asString(""))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }
}
