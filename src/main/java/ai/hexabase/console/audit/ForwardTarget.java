package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where entries of the record are sent on to.
 *
 * @param address {@code host:port} for syslog, {@code https://…} for a webhook
 * @param single one entry in each of a webhook's requests instead of several
 * @param enterprise private enterprise number for syslog's structured data; empty leaves the entry out of them
 * @param authorities certificates (PEM) to trust beside the public ones; empty when there are none
 */
public record ForwardTarget(
        UUID id,
        String name,
        Kind kind,
        String address,
        boolean single,
        String enterprise,
        String authorities,
        boolean paused,
        Progress progress) {
    /** How entries travel. */
    public enum Kind {
        /** RFC 5425. */
        SYSLOG_TLS(6514),
        /** RFC 6587, octet counting. */
        SYSLOG_TCP(601),
        /** RFC 5426: nobody notices what is lost. */
        SYSLOG_UDP(514),
        WEBHOOK(443);

        public final int port;

        Kind(int port) {
            this.port = port;
        }

        public boolean usesTls() {
            return this == SYSLOG_TLS || this == WEBHOOK;
        }
    }

    /**
     * How far it has come.
     *
     * @param position the last entry that is done with
     * @param missed entries that were removed from the record before they could be sent
     * @param succeededAt when the receiver last took one
     * @param failure null while all is well
     */
    public record Progress(
            long position,
            long missed,
            @Nullable Instant succeededAt,
            @Nullable Failure failure) {}

    /** What every try since then ran into; {@code tries} counts them. */
    public record Failure(Instant since, int tries, Instant last, Problem problem) {
        private static final Duration LONGEST = Duration.ofMinutes(5);
        private static final int DOUBLINGS = 9;

        /** When it is tried again: after two seconds first, then after twice as long each time, up to five minutes. */
        public Instant next() {
            var pause = Duration.ofSeconds(1L << Math.min(tries, DOUBLINGS));
            return last.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        }
    }

    ForwardTarget paused(boolean now) {
        return new ForwardTarget(id, name, kind, address, single, enterprise, authorities, now, progress);
    }

    /** For the record. */
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("kind", kind.name());
        facts.put("address", address);
        facts.put("single", single);
        facts.put("enterprise", enterprise);
        facts.put("own authorities", !authorities.isEmpty());
        facts.put("paused", paused);
        return facts;
    }
}
