package ai.hexabase.console.preflight;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The answers of all checks, as of one moment. */
public record Report(Instant asOf, List<Check> checks) {
    public Report {
        checks = List.copyOf(checks);
    }

    public Result worst() {
        return checks.stream().map(Check::result).max(Comparator.naturalOrder()).orElse(Result.PASS);
    }

    public boolean blocked() {
        return worst() == Result.BLOCKED;
    }

    public List<Check> with(Result result) {
        return checks.stream().filter(check -> check.result() == result).toList();
    }
}
