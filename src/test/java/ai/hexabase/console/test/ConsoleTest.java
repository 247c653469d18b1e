package ai.hexabase.console.test;

import ai.hexabase.console.security.SignedIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole console on an embedded PostgreSQL with a data directory of its own, an administrator signed in. Classes
 * that add nothing to the configuration share one running console. Screens: extend {@link ScreenTest} instead.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest
@ContextConfiguration(initializers = TestDataDirectory.class)
@TestExecutionListeners(
        listeners = {OneSignIn.class, NoDrafts.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@SignedIn
public @interface ConsoleTest {}
