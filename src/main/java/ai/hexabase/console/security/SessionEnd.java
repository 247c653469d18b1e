package ai.hexabase.console.security;

/** How a session came to its end. */
public enum SessionEnd {
    SIGNED_OUT,
    /** Nothing was done for too long, or the console was stopped. */
    EXPIRED,
    /** It had been open for as long as any may. */
    TOO_OLD,
    /** The same browser signed in anew. */
    REPLACED,
    /** The person ended it from another session. */
    ENDED_ELSEWHERE,
    /** The identity provider ended it (back-channel logout), or vouches for the person no more. */
    PROVIDER,
    /** The person has no role any more. */
    NO_ROLE,
    /** The account was set up anew from the server's command line. */
    RENEWED
}
