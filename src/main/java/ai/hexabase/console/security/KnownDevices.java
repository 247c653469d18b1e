package ai.hexabase.console.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Gives a browser that signed in with an account of the console itself a cookie by which it is known the next time, so
 * that nobody else's failures keep it out. It signs nobody in.
 */
@Component
class KnownDevices {
    static final String COOKIE = "hexabase-console-device";

    private final DeviceStore store;
    private final AccountStore accounts;

    KnownDevices(DeviceStore store, AccountStore accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    /** Hash of the cookie that the browser sent; null when it sent none. */
    static byte @Nullable [] of(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .findFirst()
                        .map(Cookie::getValue)
                        .map(OneTimeToken::hash)
                        .orElse(null);
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof LocalPerson person
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                && now.getResponse() != null) {
            accounts.find(person.getUsername()).ifPresent(account -> remember(account, now));
        }
    }

    private void remember(AccountStore.Account account, ServletRequestAttributes now) {
        var request = now.getRequest();
        var response = now.getResponse();
        var known = of(request);
        if (known != null && store.knows(known, account.id())) {
            store.seen(known, account.id());
        } else if (response != null) {
            var token = OneTimeToken.make();
            store.seen(OneTimeToken.hash(token), account.id());
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(token, request).toString());
        }
    }

    private static ResponseCookie cookie(String token, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path(request.getContextPath() + "/sign-in")
                .maxAge(DeviceStore.REMEMBERED)
                .build();
    }
}
