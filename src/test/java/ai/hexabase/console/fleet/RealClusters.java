package ai.hexabase.console.fleet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class on real clusters: constructor, method and lifecycle parameters of type {@link Fleet} or
 * {@link FleetCluster} (the first one) are filled in. All classes of a JVM share one fleet; before each class its
 * clusters are emptied.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealClustersExtension.class)
public @interface RealClusters {
    /** How many clusters the class needs. */
    int count() default 1;

    /** Whether the first cluster has the real CloudNativePG operator. */
    boolean databaseOperator() default false;
}
