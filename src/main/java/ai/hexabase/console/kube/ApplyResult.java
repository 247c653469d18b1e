package ai.hexabase.console.kube;

import java.util.List;

/** The API server's answer to an apply or a dry-run create. */
public sealed interface ApplyResult {
    /** Warnings the API server sent along (HTTP {@code Warning} headers), verbatim. */
    List<String> warnings();

    /** The object as it now is, or would be. */
    record Applied(KubeObject object, List<String> warnings) implements ApplyResult {
        public Applied {
            warnings = List.copyOf(warnings);
        }
    }

    /** Other managers own fields that this apply would change; nothing was changed. */
    record Conflicted(List<FieldConflict> conflicts, List<String> warnings) implements ApplyResult {
        public Conflicted {
            conflicts = List.copyOf(conflicts);
            warnings = List.copyOf(warnings);
        }
    }

    /** The server refuses this object; nothing was changed. */
    record Refused(Refusal refusal, List<String> warnings) implements ApplyResult {
        public Refused {
            warnings = List.copyOf(warnings);
        }
    }
}
