package ai.hexabase.console.profile;

import ai.hexabase.console.common.Message;

/** One reason for or against a profile. */
public record Reason(Level level, Message message) {
    /** How a reason weighs. */
    public enum Level {
        /** Speaks for the profile. */
        OK,
        /** To be known before going on. */
        WARNING
    }

    static Reason ok(String key, Object... args) {
        return new Reason(Level.OK, Message.of("profile.reason." + key, args));
    }

    static Reason warning(String key, Object... args) {
        return new Reason(Level.WARNING, Message.of("profile.reason." + key, args));
    }
}
