package ai.hexabase.console.certificate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is known of a certificate that the console keeps; its key is nowhere in here.
 *
 * @param subject distinguished name (RFC 4514)
 * @param issuer the same of who signed it
 * @param names host names and addresses it is for
 * @param key kind and size of its key, such as {@code RSA 2048} or {@code EC secp256r1}
 * @param sha256 fingerprint, upper-case hex in pairs with colons
 * @param links certificates of the chain, itself included
 */
public record KeptCertificate(
        UUID id,
        Origin origin,
        String subject,
        String issuer,
        List<String> names,
        Instant notBefore,
        Instant notAfter,
        String key,
        String sha256,
        int links) {
    /** Warned of this long before it ends. */
    static final Duration SOON = Duration.ofDays(30);

    /** Where it came from. */
    public enum Origin {
        /** Somebody gave it to the console. */
        GIVEN,
        /** The console made it; nobody vouches for it. */
        SELF_MADE
    }

    /** Whether it can be shown to anybody. */
    public enum Validity {
        NOT_YET,
        VALID,
        /** Valid, with 30 days or less to go. */
        ENDS_SOON,
        EXPIRED
    }

    public KeptCertificate {
        names = List.copyOf(names);
    }

    public Validity validity(Instant now) {
        if (now.isBefore(notBefore)) {
            return Validity.NOT_YET;
        }
        if (!now.isBefore(notAfter)) {
            return Validity.EXPIRED;
        }
        return notAfter.minus(SOON).isAfter(now) ? Validity.VALID : Validity.ENDS_SOON;
    }

    /** Whole days until it ends, 0 when it has. */
    public long daysLeft(Instant now) {
        return Math.max(0, Duration.between(now, notAfter).toDays());
    }

    /** Whether a browser that asked for this host would accept the name. */
    public boolean covers(String host) {
        return HostMatch.anyOf(names, host);
    }
}
