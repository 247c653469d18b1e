package ai.hexabase.console.test;

import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Each console that starts puts its own holder of the sign-in into a static field; with several consoles in one JVM the
 * test's own must be back there before anybody signs in.
 */
public class OneSignIn implements TestExecutionListener, Ordered {
    /** Before Spring Security's test listeners. */
    @Override
    public int getOrder() {
        return 5_000;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifUnique(SecurityContextHolder::setContextHolderStrategy);
    }
}
