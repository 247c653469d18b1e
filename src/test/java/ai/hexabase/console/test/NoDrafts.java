package ai.hexabase.console.test;

import static ai.hexabase.console.db.Tables.INSTALLATION_DRAFT;

import org.jooq.DSLContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Throws away what a test began in the wizard: classes share one console, whose lists show the drafts of its one person. */
final class NoDrafts implements TestExecutionListener, Ordered {
    /** Around Spring's listener for transactions, so after a test's own transaction. */
    @Override
    public int getOrder() {
        return 3_000;
    }

    @Override
    public void afterTestMethod(TestContext context) {
        context.getApplicationContext()
                .getBean(DSLContext.class)
                .deleteFrom(INSTALLATION_DRAFT)
                .execute();
    }
}
