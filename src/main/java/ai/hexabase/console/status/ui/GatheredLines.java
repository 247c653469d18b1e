package ai.hexabase.console.status.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.LogLine;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of one log between two pushes. */
final class GatheredLines implements LogListener {
    /** Each log tells its own news: those of another must not take their place. */
    private record News(GatheredLines log, String what) {}

    /** Takes what was gathered, while the page is held. */
    interface Reader {
        /** Whether this log is still the one to be read. */
        boolean isReading();

        void read(List<LogLine> batch);

        /** No more lines come. */
        void ended(@Nullable Problem problem);
    }

    private final LiveUpdates live;
    private final ZoneId zone;
    private final Reader reader;
    private final ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>();

    GatheredLines(LiveUpdates live, ZoneId zone, Reader reader) {
        this.live = live;
        this.zone = zone;
        this.reader = reader;
    }

    @Override
    public void line(String line) {
        waiting.add(line);
        live.run(new News(this, "lines"), this::drain);
    }

    @Override
    public void ended(@Nullable Problem problem) {
        live.run(new News(this, "end"), () -> {
            if (reader.isReading()) {
                drain();
                reader.ended(problem);
            }
        });
    }

    private void drain() {
        if (!reader.isReading()) {
            return;
        }
        var batch = new ArrayList<LogLine>();
        for (var line = waiting.poll(); line != null; line = waiting.poll()) {
            batch.add(LogWords.read(line, zone));
        }
        reader.read(batch);
    }
}
