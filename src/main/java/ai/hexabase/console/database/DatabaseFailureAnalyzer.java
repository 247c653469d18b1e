package ai.hexabase.console.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what is wrong with the data directory and what to do. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DataDirectoryInUse> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, DataDirectoryInUse cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Stop that console, or give this one a directory of its own with CONSOLE_DATA_DIR.",
                cause);
    }
}
