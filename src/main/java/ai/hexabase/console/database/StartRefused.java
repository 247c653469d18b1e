package ai.hexabase.console.database;

/** Why this console cannot start, and what the person who starts it can do. */
class StartRefused extends RuntimeException {
    private final String action;

    StartRefused(String what, String action) {
        super(what);
        this.action = action;
    }

    String action() {
        return action;
    }
}
