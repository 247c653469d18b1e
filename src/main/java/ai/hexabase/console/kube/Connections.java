package ai.hexabase.console.kube;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens connections to API servers and looks at their certificates. */
@Component
public class Connections {
    private final Clock clock;

    public Connections(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a connection; nothing is sent yet. Unreadable certificates or keys are a {@code kube-credentials-unreadable}
     * problem.
     */
    public ClusterConnection open(KubeAccess access, Timeouts timeouts) {
        return FabricConnection.open(access, timeouts, clock);
    }

    /**
     * Shakes hands with the server and reports its certificates against the given authorities (null: those of the Java
     * runtime); a server that cannot be reached or does not speak TLS is a {@link ConnectionFailed}.
     */
    public TlsReport inspectTls(URI server, @Nullable String caPem, Duration timeout) {
        return inspectTls(KubeAccess.of(server, caPem, new Credentials.BearerToken("")), timeout);
    }

    /** The same for a server whose certificate must carry another name than its address. */
    public TlsReport inspectTls(URI server, @Nullable String caPem, @Nullable String tlsServerName, Duration timeout) {
        return inspectTls(new KubeAccess(server, caPem, new Credentials.BearerToken(""), tlsServerName, null), timeout);
    }

    /** The same by way of this access's proxy and expected server name; its credentials are not shown to the server. */
    public TlsReport inspectTls(KubeAccess access, Duration timeout) {
        return new TlsInspection(access, timeout).report();
    }
}
