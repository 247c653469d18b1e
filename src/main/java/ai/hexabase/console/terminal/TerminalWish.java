package ai.hexabase.console.terminal;

import ai.hexabase.console.common.ClusterId;
import java.util.List;

/**
 * A program to run in a container.
 *
 * @param command program and arguments
 * @param reason why, in the person's words; goes on record
 */
public record TerminalWish(
        ClusterId cluster, String namespace, String pod, String container, List<String> command, String reason) {
    public TerminalWish {
        command = List.copyOf(command);
        reason = reason.strip();
    }
}
