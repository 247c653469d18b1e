package ai.hexabase.console.terminal;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Keeps what a terminal tells. */
public final class TerminalDiary implements TerminalListener {
    final CompletableFuture<TerminalEnd> end = new CompletableFuture<>();
    final StringBuffer text = new StringBuffer();
    volatile boolean opened;

    @Override
    public void opened() {
        opened = true;
    }

    @Override
    public void output(byte[] bytes) {
        text.append(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void ended(TerminalEnd how) {
        end.complete(how);
    }
}
