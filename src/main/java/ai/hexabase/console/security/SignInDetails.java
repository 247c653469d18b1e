package ai.hexabase.console.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** From where somebody signs in, and whether the browser says that it did so before. */
final class SignInDetails extends WebAuthenticationDetails {
    @Serial
    private static final long serialVersionUID = 1;

    private final byte @Nullable [] device;

    SignInDetails(HttpServletRequest request) {
        super(request);
        device = KnownDevices.of(request);
    }

    /** Hash of the cookie; null when the browser sent none. */
    byte @Nullable [] device() {
        return device == null ? null : device.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof SignInDetails same && Arrays.equals(device, same.device);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
