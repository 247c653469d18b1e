package ai.hexabase.console.security;

import java.io.Serial;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** The identity provider vouched for somebody whom the console does not let in. */
final class SignInRefused extends OAuth2AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final String name;
    private final String provider;

    /** @param code as in the problem {@code sign-in-<code>} */
    SignInRefused(String code, String name, String provider) {
        super(code);
        this.code = code;
        this.name = name;
        this.provider = provider;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String provider() {
        return provider;
    }
}
