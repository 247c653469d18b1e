package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.rollout.StepOutcome.Advanced;
import ai.hexabase.console.rollout.StepOutcome.Done;
import ai.hexabase.console.rollout.StepOutcome.Failed;
import ai.hexabase.console.rollout.StepOutcome.Wait;
import java.time.Duration;
import java.util.Objects;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Gives a retry a fair start. A controller whose pods were kept out tries again later and later, in the end after 17
 * minutes, and what it said before stays on its object until then; a person who has made room and retries should wait
 * for neither. So the object is touched once per attempt, which makes its controller look at once, and its old words
 * are held against it only when they outlast that.
 */
record SecondTry(ClusterConnection cluster, Step step) {
    /** A Deployment's annotations go on to its ReplicaSet, whose controller is the one that waits; pods get none. */
    static final String ANNOTATION = "hexabase.ai/asked-again";
    /** Owns nothing but the annotation, so that what the installation asks for is not touched. */
    private static final String MANAGER = "hexabase-console-retry";

    StepOutcome fair(ObjectRef object, StepOutcome outcome) {
        if (step.attempt() == 1) {
            return outcome;
        }
        return switch (outcome) {
            case Failed failed
            when failed.problem().code().equals("rollout-kept-out") ->
                touched(object, unless(failed, object, Waiting.KEPT_OUT));
            case Failed failed
            when failed.problem().code().equals("rollout-no-progress") -> unless(failed, object, Waiting.LIMIT);
            case Wait wait
            when wait.trouble() instanceof Trouble trouble
                    && trouble.problem().code().equals("rollout-kept-out") -> touched(object, wait);
            case Advanced _, Done _, Failed _, Wait _ -> outcome;
        };
    }

    private static Wait unless(Failed failed, ObjectRef object, Duration patience) {
        return new Wait(Message.of("rollout.wait.controller", object.name()))
                .because(new Trouble(failed.problem(), patience));
    }

    /** Touching it twice with the same moment changes nothing; if it is refused, its controller comes by itself. */
    private StepOutcome touched(ObjectRef ref, Wait wait) {
        cluster.get(ref).ifPresent(live -> {
            var moment = Objects.toString(step.startedAt());
            if (!moment.equals(live.at("/metadata/annotations").path(ANNOTATION).asString(""))) {
                cluster.apply(touch(live, moment), ApplyOptions.REAL.as(MANAGER).forced());
            }
        });
        return wait;
    }

    /** The uid keeps an object that has just been deleted from being made again. */
    private static KubeObject touch(KubeObject live, String moment) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.set("apiVersion", live.at("/apiVersion"));
        tree.set("kind", live.at("/kind"));
        var metadata = tree.putObject("metadata");
        metadata.put("name", live.name()).put("namespace", live.namespace()).put("uid", live.uid());
        metadata.putObject("annotations").put(ANNOTATION, moment);
        return KubeObject.of(tree);
    }
}
