package ai.hexabase.console.fleet;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the JVM's real node to test classes, or says plainly which of them did not run and why. */
final class OnRealNodeExtension
        implements ExecutionCondition, BeforeAllCallback, ParameterResolver, AfterTestExecutionCallback {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = context.getTestMethod().isPresent() ? Optional.empty() : RealNode.missing();
        return missing.map(why -> skipped(context, why))
                .orElseGet(() -> ConditionEvaluationResult.enabled("a real node can run here"));
    }

    private static ConditionEvaluationResult skipped(ExtensionContext context, String why) {
        System.out.println("NOT RUN: " + context.getRequiredTestClass().getName() + ", because " + why);
        return ConditionEvaluationResult.disabled(why);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        RealNode node = RealNode.shared();
        node.resetNamespaces();
        if (context.getRequiredTestClass().getAnnotation(OnRealNode.class).databaseOperator()) {
            node.installDatabaseOperator();
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            RealNode.shared().printSituation();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealNode.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return RealNode.shared();
    }
}
