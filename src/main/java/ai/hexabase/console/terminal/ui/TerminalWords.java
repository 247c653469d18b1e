package ai.hexabase.console.terminal.ui;

import ai.hexabase.console.terminal.TerminalEnd;
import ai.hexabase.console.terminal.TerminalSession;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** How terminals and their ends are told. */
final class TerminalWords {
    private TerminalWords() {}

    static String end(TerminalEnd end) {
        var key = "terminal.end." + end.kind().name().toLowerCase(Locale.ROOT);
        return end.kind() == TerminalEnd.Kind.EXITED
                ? Texts.get(key, Objects.requireNonNullElse(end.exitCode(), 0))
                : Texts.get(key);
    }

    static Status status(TerminalEnd end) {
        return switch (end.kind()) {
            case EXITED -> Objects.requireNonNullElse(end.exitCode(), 0) == 0 ? Status.OK : Status.WARNING;
            case REFUSED, BROKEN -> Status.FAILED;
            case IDLE, REVOKED, LEFT, STOPPED -> Status.WAITING;
        };
    }

    static StatusLabel state(TerminalSession session, Instant now) {
        var end = session.end();
        if (end != null) {
            var label = new StatusLabel(status(end), end(end));
            if (end.words() != null) {
                label.getElement().setAttribute("title", end.words());
            }
            return label;
        }
        return session.isOpen(now)
                ? new StatusLabel(Status.PROGRESSING, Texts.get("terminal.state.open"))
                : new StatusLabel(
                        Status.UNKNOWN,
                        Texts.get("terminal.state.lost", Formats.clock(session.seenAt(), now, ReaderZone.get())));
    }
}
