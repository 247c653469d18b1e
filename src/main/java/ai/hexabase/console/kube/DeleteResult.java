package ai.hexabase.console.kube;

/** The API server's answer to a delete. */
public sealed interface DeleteResult {
    /** Gone, or going as soon as finalizers and dependants allow. */
    record Deleted() implements DeleteResult {}

    /** There was nothing to delete. */
    record Absent() implements DeleteResult {}

    /** The server refuses. */
    record Refused(Refusal refusal) implements DeleteResult {}
}
