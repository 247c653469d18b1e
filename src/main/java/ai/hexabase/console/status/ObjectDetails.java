package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object in depth. */
public record ObjectDetails(KubeObject object, List<Condition> conditions) {
    /**
     * What a controller notes about the object.
     *
     * @param status True, False or Unknown
     * @param since when that last changed
     */
    public record Condition(
            String type,
            String status,
            String reason,
            String message,
            @Nullable Instant since) {}

    public ObjectDetails {
        conditions = List.copyOf(conditions);
    }

    static ObjectDetails of(KubeObject object) {
        var conditions = new ArrayList<Condition>();
        for (var condition : object.at("/status/conditions")) {
            conditions.add(new Condition(
                    condition.path("type").asString(""),
                    condition.path("status").asString(""),
                    condition.path("reason").asString(""),
                    condition.path("message").asString(""),
                    PodRow.instant(condition.path("lastTransitionTime").asString(""))));
        }
        return new ObjectDetails(object, conditions);
    }

    /** As YAML, without bookkeeping and without what could be a secret. */
    public String yaml() {
        return ShownYaml.of(object);
    }
}
