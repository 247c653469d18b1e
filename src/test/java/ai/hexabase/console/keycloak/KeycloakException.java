package ai.hexabase.console.keycloak;

/** Keycloak could not do what was asked; the message says what, with its own last words. */
public final class KeycloakException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeycloakException(String message) {
        super(message);
    }

    KeycloakException(String message, Throwable cause) {
        super(message, cause);
    }
}
