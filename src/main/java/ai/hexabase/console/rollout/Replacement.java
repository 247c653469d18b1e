package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.Refusal;
import java.util.List;

/**
 * That an object must be deleted and made anew.
 *
 * @param uid of the object that makes room; no other one is ever deleted for it
 * @param fields what the server refuses to change, in its words
 * @param propagation what happens to what belongs to the object
 * @param costs what that means while it is gone, and for data
 * @param losesData whether data is deleted with it
 */
public record Replacement(
        String uid,
        List<Refusal.Cause> fields,
        DeleteOptions.Propagation propagation,
        List<Message> costs,
        boolean losesData) {
    public Replacement {
        fields = List.copyOf(fields);
        costs = List.copyOf(costs);
    }
}
