package ai.hexabase.console.rollout;

import tools.jackson.databind.JsonNode;

/**
 * One object of a baseline as it stands on the cluster.
 *
 * @param entry what applying the baseline again would do to it; nothing when it stands as it should
 * @param managedFields who owns which fields of the live object, as the API server keeps it; missing when it does not
 *     exist or stands as it should
 */
public record Standing(PlanEntry entry, JsonNode managedFields) {}
