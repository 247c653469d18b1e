package ai.hexabase.console.fleet;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the JVM's fleet to test classes and empties the clusters between them. */
final class RealClustersExtension implements BeforeAllCallback, ParameterResolver, AfterTestExecutionCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        RealClusters wanted = wanted(context);
        Fleet fleet = Fleet.shared(wanted.count());
        fleet.clusters().forEach(FleetCluster::beSilentOfPostgres);
        fleet.clusters().stream().limit(wanted.count()).forEach(FleetCluster::resetNamespaces);
        if (wanted.databaseOperator()) {
            fleet.cluster(1).installDatabaseOperator();
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            Fleet.shared(1).clusters().forEach(ClusterAccess::printSituation);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Fleet.class || type == FleetCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Fleet fleet = Fleet.shared(wanted(context).count());
        return parameter.getParameter().getType() == Fleet.class ? fleet : fleet.cluster(1);
    }

    private static RealClusters wanted(ExtensionContext context) {
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            RealClusters wanted = type.getAnnotation(RealClusters.class);
            if (wanted != null) {
                return wanted;
            }
        }
        throw new IllegalStateException(context.getRequiredTestClass() + " lacks @RealClusters");
    }
}
