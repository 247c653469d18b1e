package ai.hexabase.console.status;

import ai.hexabase.console.common.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an object of a cluster, or a part of one, is as it is.
 *
 * @param plain in plain words
 * @param words Kubernetes' own words, verbatim, when there are any
 */
public record PodReason(
        Health health, Message plain, @Nullable String words) {
    static PodReason of(Health health, String key, @Nullable String words, Object... args) {
        return say(health, "status.pod." + key, words, args);
    }

    /** @param key of the text, whole */
    static PodReason say(Health health, String key, @Nullable String words, Object... args) {
        return new PodReason(health, Message.of(key, args), words == null || words.isBlank() ? null : words);
    }

    /** What to do about it; empty while no help is needed. */
    public Optional<Message> action() {
        return switch (health) {
            case OK, PROGRESSING, WAITING -> Optional.empty();
            case WARNING, FAILED, UNKNOWN -> Optional.of(new Message(plain.key() + ".do", plain.args()));
        };
    }
}
