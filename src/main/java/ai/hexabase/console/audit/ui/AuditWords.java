package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Entry;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import java.util.Locale;
import java.util.Map;

/** Entries in words. */
final class AuditWords {
    private AuditWords() {}

    static String kind(String kind) {
        return Texts.get("audit.kind." + kind);
    }

    static String result(Act.Result result) {
        return Texts.get("audit.result." + result.name().toLowerCase(Locale.ROOT));
    }

    static Status status(Act.Result result) {
        return switch (result) {
            case DONE -> Status.OK;
            case REFUSED -> Status.WARNING;
            case FAILED -> Status.FAILED;
        };
    }

    static String who(Entry entry) {
        return entry.who().equals(Actor.SYSTEM)
                ? Texts.get("audit.system")
                : entry.who().name();
    }

    static String object(Entry entry) {
        var object = entry.act().object();
        return object == null ? "" : Texts.get("audit.object." + object.type()) + " " + object.name();
    }

    /** Values a line each, for comparing. */
    static String lines(Map<String, Object> values) {
        var text = new StringBuilder();
        new java.util.TreeMap<>(values)
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
