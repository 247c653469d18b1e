package ai.hexabase.console.status.ui;

import ai.hexabase.console.status.LogAudience;
import ai.hexabase.console.status.ManyLogs;
import ai.hexabase.console.uikit.Texts;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** How much of several logs is read and kept, and what is not. */
final class LogsFoot {
    private LogsFoot() {}

    static String words(LogAudience.@Nullable Overview overview, int mostLines, long dropped) {
        var words = new ArrayList<String>();
        if (overview == null) {
            words.add(Texts.get("status.logs.foot.opening"));
        } else {
            var pods = overview.logs().stream()
                    .map(log -> log.origin().pod())
                    .distinct()
                    .count();
            words.add(Texts.get("status.logs.foot.read", pods, overview.logs().size()));
            if (overview.leftOut() > 0) {
                words.add(Texts.get("status.logs.foot.left-out", ManyLogs.MOST_STREAMS, overview.leftOut()));
            }
            var problem = overview.problem();
            if (problem != null) {
                words.add(Texts.of(problem.what()));
            }
        }
        words.add(Texts.get("status.logs.foot.kept", mostLines));
        if (dropped > 0) {
            words.add(Texts.get("status.logs.foot.dropped", dropped));
        }
        return String.join(" ", words);
    }
}
