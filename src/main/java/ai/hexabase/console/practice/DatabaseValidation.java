package ai.hexabase.console.practice;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What the database operator's webhook refuses. */
record DatabaseValidation(ObjectNode object, @Nullable ObjectNode live, Mistakes mistakes) {
    void check() {
        mistakes.atLeast(1, "spec.instances", object, "/spec/instances");
        var instances = Trees.number(object, "/spec/instances", 1);
        var synchronous = Trees.number(object, "/spec/maxSyncReplicas", 0);
        if (synchronous >= instances && synchronous > 0) {
            mistakes.invalid(
                    "spec.maxSyncReplicas", synchronous, "maxSyncReplicas must be lower than the number of instances");
        }
        storage();
    }

    private void storage() {
        var size = Trees.text(object, "/spec/storage/size");
        if (size.isEmpty() && !Trees.has(object, "/spec/storage/pvcTemplate")) {
            mistakes.invalid(
                    "spec.storage.size",
                    size,
                    "Size not configured. Please add it, or a storage request in the pvcTemplate.");
        } else if (!size.isEmpty()) {
            var wanted = mistakes.quantity("spec.storage.size", size);
            var had = live == null ? "" : Trees.text(live, "/spec/storage/size");
            if (!had.isEmpty() && wanted.isPresent() && wanted.get().compareTo(Amounts.of(had)) < 0) {
                mistakes.invalid("spec.storage", size, "can't shrink existing storage from " + had + " to " + size);
            }
        }
    }
}
