package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.ForwardTarget;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** Targets in words. */
final class ForwardWords {
    private ForwardWords() {}

    static String kind(ForwardTarget.Kind kind) {
        return Texts.get("audit.forward.kind." + key(kind));
    }

    static String addressHelp(ForwardTarget.Kind kind) {
        return Texts.get("audit.forward.address.help." + key(kind), kind.port);
    }

    private static String key(ForwardTarget.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Status status(ForwardTarget target, long behind) {
        if (target.paused()) {
            return Status.HELD;
        }
        if (target.progress().failure() != null) {
            return Status.FAILED;
        }
        return behind > 0 ? Status.PROGRESSING : Status.OK;
    }

    static String state(ForwardTarget target, long behind) {
        return Texts.get(
                switch (status(target, behind)) {
                    case HELD -> "audit.forward.state.paused";
                    case FAILED -> "audit.forward.state.failing";
                    case PROGRESSING -> "audit.forward.state.sending";
                    default -> "audit.forward.state.ok";
                });
    }

    /** Since when it fails, how often it was tried, and when it is tried next. */
    static String tries(ForwardTarget.Failure failure, Clock clock) {
        var now = clock.instant();
        var wait = Duration.between(now, failure.next());
        return Texts.get(
                "audit.forward.tries",
                Formats.age(Duration.between(failure.since(), now)),
                failure.tries(),
                wait.isPositive() ? Texts.get("uikit.time.in", Formats.age(wait)) : Texts.get("audit.forward.now"));
    }
}
