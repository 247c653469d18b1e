package ai.hexabase.console.kube;

import java.util.List;

/**
 * What to run in a container.
 *
 * @param command program and arguments
 * @param tty whether it gets a terminal: lines are edited, and errors come with the output
 */
public record ExecOptions(String container, List<String> command, boolean tty) {
    public ExecOptions {
        command = List.copyOf(command);
    }
}
