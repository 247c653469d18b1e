package ai.hexabase.console.rollout.ui;

import java.util.function.Supplier;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Prepares something as somebody who may, in a test about somebody who may not. */
final class AsOperator {
    private AsOperator() {}

    static <T> T call(Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new TestingAuthenticationToken("kenji", "", "ROLE_OPERATOR"));
            SecurityContextHolder.setContext(context);
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
