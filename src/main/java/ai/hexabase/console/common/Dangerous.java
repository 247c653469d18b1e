package ai.hexabase.console.common;

/** Acts that ask for a sign-in not long ago, whoever wants to do them. */
public enum Dangerous {
    /** An identity provider is switched on or off. */
    SWITCH_PROVIDER,
    /** An identity provider is deleted. */
    REMOVE_PROVIDER,
    /** How long sessions last, or how old a sign-in may be for something dangerous, is changed. */
    CHANGE_SESSION_LIMITS,
    /** How long the record of acts is kept, or the legal hold, is changed. */
    CHANGE_RETENTION,
    /** The record of acts is sent on no more to somebody who gets it. */
    STOP_FORWARDING,
    /** A cluster is taken out of the console. */
    REMOVE_CLUSTER,
    /** A cluster's credentials are replaced. */
    REPLACE_CREDENTIALS,
    /** An installation is taken from its cluster, with or without its data. */
    REMOVE_INSTALLATION,
    /** An installation's record is closed for good. */
    CLOSE_INSTALLATION,
    /** An object is deleted and made anew because it cannot be changed in place. */
    REPLACE_OBJECT,
    /** A terminal is opened in a container. */
    OPEN_TERMINAL,
    /** Everything the console keeps is moved to another database. */
    MOVE_DATABASE,
    /** The key that seals secrets is exchanged. */
    EXCHANGE_KEY
}
