package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.DeleteResult;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.rollout.StepOutcome.Advanced;
import ai.hexabase.console.rollout.StepOutcome.Wait;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a database away so that its volumes outlive it.
 *
 * <p>The operator's volumes belong to the database and would go with it, so it goes alone and leaves all it owned
 * behind. Before that, its operator is told to keep still (else it would start what is being stopped), and its instances
 * end one after the other, the primary first: it hands its last changes to the replicas before it stops. That is the
 * order in which the operator itself puts a database to sleep.
 *
 * @param live empty when it is gone
 * @param rendered as the installation applies it, empty when it no longer does
 */
record DatabaseFarewell(
        ClusterConnection cluster, ObjectRef ref, Optional<KubeObject> live, Optional<KubeObject> rendered) {
    StepOutcome next() {
        if (live.isPresent() && live.get().text("/metadata/deletionTimestamp") != null) {
            return Hanging.wait(cluster, live.get());
        }
        if (live.isPresent() && rendered.isPresent() && !isStill(live.get())) {
            return tellOperator(rendered.get());
        }
        if (live.isPresent() && rendered.isEmpty()) {
            // Nothing to tell the operator with: without the database it has nothing to start.
            return deleteAlone(live.get()).orElseGet(() -> new Wait(Message.of("rollout.removal.wait.gone", ref)));
        }
        return stopInstances()
                .or(() -> live.flatMap(this::deleteAlone))
                .orElseGet(() -> new Advanced("delete", Message.of("rollout.removal.event.database", ref), null));
    }

    private static boolean isStill(KubeObject database) {
        return DatabaseParts.LOOP_OFF.equals(database.annotations().get(DatabaseParts.LOOP));
    }

    /** With what the installation applies anyway, so that installing again takes the word back by itself. */
    private StepOutcome tellOperator(KubeObject wanted) {
        var tree = wanted.tree();
        ((ObjectNode) tree.get("metadata")).withObject("/annotations").put(DatabaseParts.LOOP, DatabaseParts.LOOP_OFF);
        var answer = cluster.apply(KubeObject.of(tree), ApplyOptions.REAL);
        if (answer instanceof ApplyResult.Conflicted conflicted) {
            // What somebody else set stays as it is.
            conflicted.conflicts().stream()
                    .filter(conflict -> !conflict.field().contains(DatabaseParts.LOOP))
                    .forEach(conflict -> FieldPaths.remove(tree, conflict.field()));
            answer = cluster.apply(KubeObject.of(tree), ApplyOptions.REAL.forced());
        }
        return answer instanceof ApplyResult.Refused refused
                ? Refusals.outcome(ref, refused.refusal(), refused.refusal().message())
                : new Wait(Message.of("rollout.removal.wait.operator", ref.name())).atMost(Waiting.DATABASE_STOP);
    }

    private Optional<StepOutcome> stopInstances() {
        var instances = instances();
        var primary = instances.stream()
                .filter(pod -> "primary".equals(pod.labels().get(DatabaseParts.ROLE)))
                .toList();
        var next = primary.isEmpty() ? instances : primary;
        for (var pod : next) {
            if (pod.text("/metadata/deletionTimestamp") == null) {
                var options = new DeleteOptions(DeleteOptions.Propagation.BACKGROUND, false, pod.uid());
                if (cluster.delete(pod.ref(), options) instanceof DeleteResult.Refused refused) {
                    return Optional.of(Refusals.outcome(
                            pod.ref(), refused.refusal(), refused.refusal().message()));
                }
            }
        }
        return next.stream()
                .findFirst()
                .map(pod -> new Wait(Message.of("rollout.removal.wait.instance", pod.name(), instances.size()))
                        .atMost(Waiting.DATABASE_STOP));
    }

    private List<KubeObject> instances() {
        return cluster
                .listAll(ListQuery.of(ResourceKind.POD)
                        .in(ref.namespace())
                        .labelled(DatabaseParts.OF + "=" + ref.name() + ",cnpg.io/podRole=instance"))
                .stream()
                .toList();
    }

    /** A refusal, if there is one. */
    private Optional<StepOutcome> deleteAlone(KubeObject database) {
        var alone = new DeleteOptions(DeleteOptions.Propagation.ORPHAN, false, database.uid());
        return cluster.delete(ref, alone) instanceof DeleteResult.Refused refused
                ? Optional.of(Refusals.outcome(
                        ref, refused.refusal(), refused.refusal().message()))
                : Optional.empty();
    }
}
