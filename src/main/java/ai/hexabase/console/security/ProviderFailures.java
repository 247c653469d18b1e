package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.security.ui.SignInView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Where people land whose sign-in through a provider failed, and what goes on record of that. */
@Component
class ProviderFailures implements AuthenticationFailureHandler {
    private static final Logger log = LoggerFactory.getLogger(ProviderFailures.class);
    private static final String CANCELLED = "access_denied";
    private static final String NO_REQUEST = "authorization_request_not_found";

    private final RefusedSignIns signIns;
    private final Trials trials;
    private final Confirmations confirmations;

    ProviderFailures(RefusedSignIns signIns, Trials trials, Confirmations confirmations) {
        this.signIns = signIns;
        this.trials = trials;
        this.confirmations = confirmations;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var root = request.getContextPath() + "/";
        if (failure instanceof Trials.Ended ended) {
            response.sendRedirect(root + Trials.place(ended.provider()));
            return;
        }
        if (failure instanceof Confirmations.Ended) {
            response.sendRedirect(root + Confirmations.PLACE);
            return;
        }
        var refused = refusal(request, failure);
        if (Confirmations.isOne()) {
            confirmations.failed(problem(refused, failure));
            response.sendRedirect(root + Confirmations.PLACE);
            return;
        }
        if (Trials.isOne()) {
            trials.failed(refused.provider(), problem(refused, failure));
            response.sendRedirect(root + Trials.place(refused.provider()));
            return;
        }
        record(request, refused, problem(refused, failure));
        response.sendRedirect(root + SignInView.ROUTE + "?" + refused.code());
    }

    private static SignInRefused refusal(HttpServletRequest request, AuthenticationException failure) {
        if (failure instanceof SignInRefused known) {
            return known;
        }
        if (failure.getCause() instanceof SignInRefused known) {
            return known;
        }
        var uri = request.getRequestURI();
        var provider = uri.substring(uri.lastIndexOf('/') + 1);
        var code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : "";
        return switch (code) {
            case CANCELLED -> new SignInRefused("cancelled", "", provider);
            case NO_REQUEST -> new SignInRefused("again", "", provider);
            case OAuth2ErrorCodes.INVALID_CLIENT, OAuth2ErrorCodes.UNAUTHORIZED_CLIENT ->
                new SignInRefused("client-refused", "", provider);
            default -> new SignInRefused("provider-failed", "", provider);
        };
    }

    private static Problem problem(SignInRefused refused, AuthenticationException failure) {
        var words = failure == refused ? null : failure.getMessage();
        return Problem.of("sign-in-" + refused.code(), refused.provider()).saying(words);
    }

    private void record(HttpServletRequest request, SignInRefused refused, Problem problem) {
        log.info("Nobody was signed in through {}: {} {}", refused.provider(), refused.code(), problem.words());
        signIns.add(
                new Actor("", refused.name(), refused.provider(), request.getRemoteAddr(), null),
                Act.of("session.sign-in").refused(problem),
                false);
    }
}
