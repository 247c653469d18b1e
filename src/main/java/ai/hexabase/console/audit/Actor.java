package ai.hexabase.console.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param subject the identity provider's or the console's own unchanging name for the person
 * @param name the account name that people know
 * @param provider who vouches for that: {@code local}, an identity provider's id, or {@code system} for the console
 * @param address from where, as far as the console can tell; null when it acts by itself
 * @param session a name for the session that opens nothing, null outside of sessions
 */
public record Actor(
        String subject,
        String name,
        String provider,
        @Nullable String address,
        @Nullable String session) {
    /** The console itself. */
    public static final Actor SYSTEM = new Actor("system", "system", "system", null, null);

    /** Somebody who is not signed in, under the name they gave. */
    public static Actor unknown(String name, @Nullable String address) {
        return new Actor("", name, "none", address, null);
    }
}
