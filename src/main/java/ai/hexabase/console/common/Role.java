package ai.hexabase.console.common;

/** What a person may do in the console. */
public enum Role {
    /** Reads states, pods and plans. */
    VIEWER,
    /** Makes plans and runs rollouts. */
    OPERATOR,
    /** Approves plans. */
    APPROVER,
    /** Manages clusters, identity and settings. */
    ADMIN,
    /** Reads everything and exports evidence. */
    AUDITOR
}
