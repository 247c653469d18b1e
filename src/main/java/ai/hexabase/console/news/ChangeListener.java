package ai.hexabase.console.news;

import java.util.UUID;

/** Hears of changes on one thread that all listeners share, so it must not block. */
public interface ChangeListener {
    /** This one was made, changed or removed; read it again. */
    void changed(UUID id);

    /** Any of them may have changed: for a while nothing could be heard, or the regular look is due. */
    void anything();
}
