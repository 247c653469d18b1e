package ai.hexabase.console.practice;

import ai.hexabase.console.kube.FieldConflict;
import java.util.List;

/** Others own what an apply would change. */
final class ConflictsFound extends RuntimeException {
    private final transient List<FieldConflict> conflicts;

    ConflictsFound(List<FieldConflict> conflicts) {
        super("Apply failed with " + conflicts.size() + (conflicts.size() == 1 ? " conflict" : " conflicts"));
        this.conflicts = List.copyOf(conflicts);
    }

    List<FieldConflict> conflicts() {
        return conflicts;
    }
}
