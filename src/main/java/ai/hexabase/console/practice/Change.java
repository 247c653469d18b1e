package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One object came, changed or went.
 *
 * @param version the cluster's resource version from then on
 * @param before null when it came
 * @param after null when it went
 */
record Change(
        long version,
        ObjectRef ref,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {}
