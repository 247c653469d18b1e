package ai.hexabase.console.rollout.ui;

import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.RolloutEvent;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.LogLine;
import ai.hexabase.console.uikit.LogView;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;

/** What happened in a rollout, line by line; asks only for what it does not show yet. */
final class RolloutLog extends Panel {
    private final transient Rollouts rollouts;
    private final LogView log = new LogView();
    private long lastEvent;

    RolloutLog(Rollouts rollouts) {
        super(Texts.get("rollout.log"));
        this.rollouts = rollouts;
        addClassName("hx-last");
        log.setLabel(Texts.get("rollout.log"));
        log.setFollow(true);
        add(log);
        facts(Texts.get("rollout.log.order"));
    }

    void appendNews(Rollout rollout) {
        var news = rollouts.events(rollout.id(), lastEvent, LogView.MOST_LINES);
        if (!news.isEmpty()) {
            lastEvent = news.getLast().id();
            log.append(news.stream().map(RolloutLog::line).toList());
        }
    }

    private static LogLine line(RolloutEvent event) {
        var words = event.words();
        var text = Texts.of(event.message());
        return new LogLine(
                Formats.seconds(event.at(), ReaderZone.get()),
                event.kind(),
                words == null || words.isBlank() ? text : text + " · " + words.replace("\n", " · "));
    }
}
