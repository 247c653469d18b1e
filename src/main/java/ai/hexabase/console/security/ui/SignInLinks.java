package ai.hexabase.console.security.ui;

/** Addresses of the screens about sign-in. */
public final class SignInLinks {
    public static final String SETTINGS = "settings/sign-in";

    /** A person's own page. */
    public static final String ME = "me";

    /** Where somebody with a link from the server's command line gives an account a new password. */
    public static final String RENEW = "renew";

    /** Where a provider sends people back to, before its id. */
    static final String REDIRECT = "login/oauth2/code/";

    /** Where a provider tells that a session is over, before its id. */
    public static final String BACK_CHANNEL = "logout/connect/back-channel/";

    /** Where a provider finds the keys of the console's client, before its id. */
    public static final String KEYS = "oauth2/jwks/";

    /** Stands for a provider that is not there yet. */
    static final String NEW = "new";

    private SignInLinks() {}

    /** A provider's settings. */
    public static String provider(String id) {
        return SETTINGS + "/" + id;
    }
}
