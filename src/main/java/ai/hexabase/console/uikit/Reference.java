package ai.hexabase.console.uikit;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Short marks that connect what a person saw with what the log says. */
final class Reference {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    static String logged(Logger log, @Nullable Throwable thrown) {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes);
        log.error("Unexpected, shown as reference {}", reference, thrown);
        return reference;
    }
}
