package ai.hexabase.console.rollout;

/** Where a step of a rollout stands. */
public enum StepState {
    TODO,
    RUNNING,
    DONE,
    FAILED,
    /** Not finished, because the rollout was cancelled. */
    STOPPED
}
