package ai.hexabase.console.audit;

import ai.hexabase.console.sealing.KeyDiary;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Puts on record what is done with the encryption key. */
@Component
class KeyActs implements KeyDiary {
    private final Acts acts;

    KeyActs(Acts acts) {
        this.acts = acts;
    }

    private static Act act(String kind) {
        return Act.of(kind).on("encryption-key", "key", "");
    }

    @Override
    public void done(String kind, Map<String, ?> before, Map<String, ?> after) {
        acts.record(act(kind).before(before).after(after));
    }

    @Override
    public <T> T attempt(String kind, Supplier<T> work) {
        return acts.attempt(act(kind), work);
    }
}
