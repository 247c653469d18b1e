package ai.hexabase.console.sealing;

import java.util.Map;
import java.util.function.Supplier;

/** Puts on record what is done with the key; implemented by the audit, which itself seals and so cannot be asked here. */
public interface KeyDiary {
    /** On record if and only if the current transaction is committed. */
    void done(String kind, Map<String, ?> before, Map<String, ?> after);

    /** Does it, and has it on record when it is refused. */
    <T> T attempt(String kind, Supplier<T> work);
}
