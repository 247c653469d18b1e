package ai.hexabase.console.audit;

import ai.hexabase.console.common.Authorities;
import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.http.OutgoingConnections;
import ai.hexabase.console.sealing.Sealer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the way to a receiver. */
@Component
class Carriers {
    private final ForwardStore store;
    private final Sealer sealer;

    Carriers(ForwardStore store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    static String sealedFor(UUID id) {
        return "audit target " + id;
    }

    /** Where a name leads may have changed since it was checked, so it is asked again each time. */
    Carrier open(ForwardTarget target) {
        var where = ForwardRules.place(target)
                .orElseThrow(() -> new ProblemException(Problem.of("audit-target-address-form")));
        if (MetadataAddress.isBehind(where.host())) {
            throw new ProblemException(Problem.of("audit-target-address-forbidden", where.host()));
        }
        var authorities = Authorities.read(target.authorities());
        return switch (target.kind()) {
            case SYSLOG_TLS -> new SyslogStream(where, Authorities.trusting(authorities), text(target));
            case SYSLOG_TCP -> new SyslogStream(where, null, text(target));
            case SYSLOG_UDP -> new SyslogDatagrams(where, text(target));
            case WEBHOOK ->
                new Webhook(
                        OutgoingConnections.http(authorities),
                        URI.create(target.address()),
                        secret(target.id()),
                        target.single());
        };
    }

    private byte @Nullable [] secret(UUID id) {
        return store.sealedSecret(id)
                .map(kept -> sealer.open(kept, sealedFor(id)))
                .orElse(null);
    }

    private static SyslogText text(ForwardTarget target) {
        return new SyslogText(machine(), String.valueOf(ProcessHandle.current().pid()), target.enterprise());
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }
}
