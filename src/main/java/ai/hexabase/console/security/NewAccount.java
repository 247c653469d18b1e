package ai.hexabase.console.security;

/**
 * What a person enters to get an account.
 *
 * @param username 1 to 64 letters, digits, dots, dashes, underscores or at signs
 * @param displayName how others see the person
 * @param password in clear; never stored or logged
 */
public record NewAccount(String username, String displayName, String password) {
    public NewAccount {
        username = username.strip();
        displayName = displayName.strip();
    }

    @Override
    public String toString() {
        return "NewAccount[" + username + "]";
    }
}
