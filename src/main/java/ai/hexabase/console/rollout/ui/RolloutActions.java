package ai.hexabase.console.rollout.ui;

/** What the parts of a rollout's screen ask it to do. */
interface RolloutActions {
    void retry();

    void pause();

    void resume();

    void cancel();

    /** Shows what going back to the revision before would give. */
    void showWayBack(int revision);

    /** Goes to another screen. */
    void open(String path);
}
