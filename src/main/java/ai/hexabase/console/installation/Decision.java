package ai.hexabase.console.installation;

/** What a person decided about a field that another manager sets too. */
public enum Decision {
    /** The console leaves the field as it is and no longer sets it. */
    LEAVE,
    /** The console sets the field and becomes its owner. */
    TAKE_OVER
}
