package ai.hexabase.console.kube;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks at the certificates a server shows; being built. */
record TlsInspection(Clock clock) {
    TlsReport inspect(URI server, @Nullable String caPem, @Nullable String tlsServerName, Duration timeout) {
        throw new IllegalStateException("Not built yet: " + server + caPem + tlsServerName + timeout);
    }
}
