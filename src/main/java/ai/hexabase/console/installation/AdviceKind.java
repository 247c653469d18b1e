package ai.hexabase.console.installation;

import java.util.Locale;

/** Risks that settings may hold, worst first, and whether the console can take them away by itself. */
public enum AdviceKind {
    CERTIFICATE_EXPIRED(false),
    CERTIFICATE_ENDS(false),
    SELF_MADE_ENDS(true),
    PLAIN_PORT(true),
    DATABASE_ALONE(true),
    DATABASE_WITHOUT_QUORUM(true),
    CONTROL_PLANE_ALONE(true),
    NO_BACKUP(false),
    SELF_MADE(false),
    ALWAYS_PULLED(true),
    VERSION_MAY_MOVE(false);

    private final boolean oneClick;

    AdviceKind(boolean oneClick) {
        this.oneClick = oneClick;
    }

    /** The console knows what to change; else a person must say with what. */
    public boolean isOneClick() {
        return oneClick;
    }

    /** Begins the keys of its texts. */
    public String key() {
        return "advice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
