package ai.hexabase.console.fleet;

/** The fleet could not do what was asked; the message says what and holds the last words of the process concerned. */
public final class FleetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FleetException(String message) {
        super(message);
    }

    FleetException(String message, Throwable cause) {
        super(message, cause);
    }
}
