package ai.hexabase.console.keycloak;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A confidential client as Keycloak knows it; secrets are samples. */
public record OidcClient(
        String clientId,
        String secret,
        List<String> redirectUris,
        Optional<String> backChannelLogout,
        boolean pkce,
        Groups groups) {
    /** Where the claim {@code groups} of ID tokens comes from. */
    public enum Groups {
        /** From what the broker was told by the corporate directory. */
        PASSED_ON,
        /** From the realm's own groups. */
        OWN,
        /** From nowhere: the claim is missing. */
        NONE
    }

    /** What a console at this address needs of realm {@code console}, with its provider's id: PKCE and back-channel logout. */
    public static OidcClient ofConsole(URI console, String providerId) {
        return new OidcClient(
                "console-" + console.getPort(),
                "sample-secret-" + console.getPort(),
                List.of(console + "/login/oauth2/code/" + providerId),
                Optional.of(console + "/logout/connect/back-channel/" + providerId),
                true,
                Groups.PASSED_ON);
    }

    /** What any OpenID provider can do: a redirect URI and a secret, no groups, no PKCE, no back-channel logout. */
    public static OidcClient plain(URI console, String providerId) {
        return new OidcClient(
                "plain-" + console.getPort(),
                "sample-plain-secret-" + console.getPort(),
                List.of(console + "/login/oauth2/code/" + providerId),
                Optional.empty(),
                false,
                Groups.NONE);
    }

    /** The same with its groups from there. */
    public OidcClient with(Groups from) {
        return new OidcClient(clientId, secret, redirectUris, backChannelLogout, pkce, from);
    }
}
