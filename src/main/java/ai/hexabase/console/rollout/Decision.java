package ai.hexabase.console.rollout;

/** What a person decided about fields that another manager owns. */
public enum Decision {
    /** The console leaves these fields as they are and no longer sets them. */
    LEAVE,
    /** The console sets these fields and becomes their owner. */
    TAKE_OVER
}
