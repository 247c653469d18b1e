package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.rollout.StepOutcome.Done;
import ai.hexabase.console.rollout.StepOutcome.Failed;
import ai.hexabase.console.rollout.StepOutcome.Wait;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The last look: do all parts stand, and does every Service lead to a pod that answers? */
record Verification(Look look, List<KubeObject> objects) {
    private static final Set<ResourceKind> WAITED_FOR =
            Set.of(ResourceKind.DEPLOYMENT, ResourceKind.STATEFUL_SET, ResourceKind.JOB, ResourceKind.DATABASE_CLUSTER);

    static boolean isWorkload(ResourceKind kind) {
        return kind.equals(ResourceKind.DEPLOYMENT) || kind.equals(ResourceKind.STATEFUL_SET);
    }

    static long checks(List<KubeObject> objects) {
        return objects.stream()
                .filter(object ->
                        WAITED_FOR.contains(object.kind()) || object.kind().equals(ResourceKind.SERVICE))
                .count();
    }

    StepOutcome verify() {
        for (var object : objects) {
            var outcome = verify(object);
            switch (outcome) {
                case Wait wait -> {
                    return wait.atMost(Waiting.VERIFY);
                }
                case Failed failed -> {
                    return failed;
                }
                case Done _, StepOutcome.Advanced _ -> {}
            }
        }
        return new Done(Message.of("rollout.done.verified", checks(objects)));
    }

    private StepOutcome verify(KubeObject object) {
        if (WAITED_FOR.contains(object.kind())) {
            return WorkloadJudge.look(look, object);
        }
        return object.kind().equals(ResourceKind.SERVICE) ? service(object) : new Done(Message.of("rollout.done.none"));
    }

    private StepOutcome service(KubeObject service) {
        var selector = Look.texts(service, "/spec/selector");
        if (selector.isEmpty()) {
            return new Done(Message.of("rollout.done.none"));
        }
        var slices = look.labelled(
                ResourceKind.ENDPOINT_SLICE, service.namespace(), Map.of("kubernetes.io/service-name", service.name()));
        var answers = slices.isEmpty()
                ? look.pods(service.namespace(), selector).stream().anyMatch(Verification::ready)
                : slices.stream().anyMatch(Verification::hasReadyEndpoint);
        return answers
                ? new Done(Message.of("rollout.done.service", service.name()))
                : new Wait(Message.of("rollout.wait.endpoints", service.name()));
    }

    private static boolean ready(KubeObject pod) {
        return Look.condition(pod, "Ready").filter(Look.KubeCondition::holds).isPresent();
    }

    private static boolean hasReadyEndpoint(KubeObject slice) {
        return slice.at("/endpoints")
                .valueStream()
                .anyMatch(endpoint -> endpoint.at("/conditions/ready").asBoolean(true));
    }
}
