package ai.hexabase.console.rollout;

/** What a plan does to one object; in the order in which people want to read it. */
public enum Action {
    DELETE,
    /** Deletes it and makes it anew, because something of it cannot be changed. */
    REPLACE,
    CHANGE,
    CREATE,
    UNCHANGED
}
