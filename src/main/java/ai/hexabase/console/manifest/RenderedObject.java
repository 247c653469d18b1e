package ai.hexabase.console.manifest;

import ai.hexabase.console.kube.KubeObject;

/** An object to be applied, and the step that applies it. */
public record RenderedObject(Phase phase, KubeObject object) {}
