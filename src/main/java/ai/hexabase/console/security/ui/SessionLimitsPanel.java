package ai.hexabase.console.security.ui;

import ai.hexabase.console.security.SessionLimits.Limit;
import ai.hexabase.console.security.SessionSettings;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.LastChange;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;

/** How long sessions last, and the way to change that. */
final class SessionLimitsPanel extends Panel {
    private static final int HOUR = 60;

    SessionLimitsPanel(SessionSettings settings, Runnable changed) {
        super(Texts.get("security.limits"));
        var current = settings.current();
        facts(Layouts.small(
                Texts.get("security.limits.change"),
                () -> FreshSignIn.before(() -> new SessionLimitsDialog(settings, settings.current(), changed).open())));
        var list = new KeyValueList();
        for (var limit : Limit.values()) {
            list.with(Texts.get("security.limits." + limit.word()), words(current.minutes(limit)));
        }
        padded(list.with(
                Texts.get("security.limits.changed"), LastChange.words(current.changedAt(), current.changedBy())));
    }

    private static String words(int minutes) {
        return minutes >= HOUR && minutes % HOUR == 0
                ? Texts.get("security.limits.hours", minutes / HOUR)
                : Texts.get("security.limits.of-minutes", minutes);
    }
}
