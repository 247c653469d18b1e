package ai.hexabase.console.fleet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on a real node: constructor, method and lifecycle parameters of type {@link RealNode} are filled in.
 * All classes of a JVM share one; before each class it is emptied. Where none can run, the class is skipped and the log
 * says why.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnRealNodeExtension.class)
public @interface OnRealNode {
    /** Whether the real CloudNativePG operator runs on it. */
    boolean databaseOperator() default false;
}
