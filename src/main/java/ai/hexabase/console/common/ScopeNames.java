package ai.hexabase.console.common;

import java.util.List;
import java.util.UUID;

/** Told by each module that has things which roles can be limited to. */
public interface ScopeNames {
    /** What sort of thing. */
    enum Kind {
        INSTALLATION,
        CLUSTER
    }

    /** One of them, as people know it. */
    record Named(Kind kind, UUID id, String name) {}

    /** All there are, by name, whoever asks. */
    List<Named> names();
}
