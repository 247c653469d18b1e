package ai.hexabase.console.datastore;

import ai.hexabase.console.common.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that was looked at in another database.
 *
 * @param at when
 */
public record CheckReport(List<Finding> findings, Instant at) {
    public CheckReport {
        findings = List.copyOf(findings);
    }

    /** Whether the console can be moved there. */
    public boolean fits() {
        return firstProblem().isEmpty();
    }

    Optional<Problem> firstProblem() {
        return findings.stream()
                .map(Finding::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Objects::requireNonNull);
    }
}
