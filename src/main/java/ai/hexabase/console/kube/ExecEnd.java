package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;

/** How a program in a container ended. */
public sealed interface ExecEnd {
    /** It ended by itself; 0 means well. */
    record Exited(int code) implements ExecEnd {}

    /** The server did not start it: no permission, no such pod or container, no such program. */
    record Refused(Refusal refusal) implements ExecEnd {}

    /** The connection was not there or broke; whether the program still runs is not known. */
    record Broken(Problem problem) implements ExecEnd {}
}
