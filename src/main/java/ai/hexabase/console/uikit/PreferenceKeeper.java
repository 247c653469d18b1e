package ai.hexabase.console.uikit;

/** Keeps what somebody chose beyond their browser; the sign-in implements it. */
@FunctionalInterface
public interface PreferenceKeeper {
    /** For whoever is signed in; nothing when nobody is. */
    void keep(Preference what, String value);
}
