package ai.hexabase.console.security.ui;

/** Addresses of the screens about sign-in. */
public final class SignInLinks {
    public static final String SETTINGS = "settings/sign-in";

    /** A person's own page. */
    public static final String ME = "me";

    /** Stands for a provider that is not there yet. */
    static final String NEW = "new";

    private SignInLinks() {}

    static String provider(String id) {
        return SETTINGS + "/" + id;
    }
}
