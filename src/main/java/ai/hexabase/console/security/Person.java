package ai.hexabase.console.security;

/** Somebody who is signed in. */
interface Person {
    /** Who vouches for those with an account of the console's own. */
    String LOCAL = "local";

    String displayName();

    /** Who vouches for them: an identity provider's id, or {@link #LOCAL}. */
    String provider();

    /** The provider's unchanging name for them. */
    String subject();

    /** When they last proved who they are. */
    Proof proof();
}
