package ai.hexabase.console.audit;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the record and its proofs as of one moment; else its beginning could be removed between two questions. */
@Component
class OneMoment {
    private final TransactionTemplate transaction;

    OneMoment(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    <T extends @Nullable Object> T read(Supplier<T> reader) {
        return transaction.execute(status -> reader.get());
    }
}
