package ai.hexabase.console.certificate;

import java.time.Instant;
import java.util.List;

/** A self-made certificate for tests of other modules. */
public final class TestCertificate {
    private static final Material MADE = SelfMade.make(List.of("hexabase.corp.internal"), Instant.now());

    private TestCertificate() {}

    public static String chain() {
        return MADE.chainPem();
    }

    public static String key() {
        return MADE.keyPem();
    }
}
