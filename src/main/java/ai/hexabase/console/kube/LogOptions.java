package ai.hexabase.console.kube;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a container's log.
 *
 * @param container null when the pod has only one
 * @param follow keep reading as lines are written
 * @param previous the log of the container's previous run
 * @param tailLines how many of the last lines; 0 for all
 */
public record LogOptions(@Nullable String container, boolean follow, boolean previous, int tailLines) {}
