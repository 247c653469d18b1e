package ai.hexabase.console.kube;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server shows in the TLS handshake, and whether the console would accept it.
 *
 * @param chain as served, the server's own certificate first
 * @param verdict whether it is accepted
 * @param missingIssuer name of the authority that would have to be trusted; null when trusted
 * @param words the check's own words when not accepted
 */
public record TlsReport(
        List<Certificate> chain,
        Verdict verdict,
        @Nullable String missingIssuer,
        @Nullable String words) {
    /** Whether the chain is accepted, and the first reason why not. */
    public enum Verdict {
        TRUSTED,
        /** No trusted authority signed it. */
        UNTRUSTED,
        /** A certificate of the chain is out of date, or not valid yet. */
        EXPIRED,
        /** The certificate is for another host name. */
        WRONG_HOST,
        /** Refused for another reason, told by {@code words}. */
        REFUSED
    }

    /**
     * One certificate of the chain.
     *
     * @param subject distinguished name (RFC 4514)
     * @param names host names and addresses it is for
     * @param sha256 fingerprint, upper-case hex in pairs with colons
     * @param pem the certificate itself
     */
    public record Certificate(
            String subject,
            String issuer,
            List<String> names,
            Instant notBefore,
            Instant notAfter,
            String sha256,
            String pem) {
        public Certificate {
            names = List.copyOf(names);
        }

        public boolean selfSigned() {
            return subject.equals(issuer);
        }
    }

    public TlsReport {
        chain = List.copyOf(chain);
    }

    public boolean trusted() {
        return verdict == Verdict.TRUSTED;
    }
}
