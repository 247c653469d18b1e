package ai.hexabase.console.certificate;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.certificate.KeptCertificate.Origin;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The certificates that the console keeps; a key is sealed at once and opened for rendering only. */
@Service
public class Certificates {
    private final CertificateStore store;
    private final Sealer sealer;
    private final ActingPerson person;
    private final Acts acts;
    private final Clock clock;

    Certificates(CertificateStore store, Sealer sealer, ActingPerson person, Acts acts, Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.person = person;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Keeps what was given, if the key belongs to it and browsers could accept it; {@link Material#read} says the
     * problems.
     *
     * @param chainPem certificates in any order
     */
    public KeptCertificate keep(String chainPem, String keyPem) {
        return acts.attempt(Act.of("certificate.keep"), () -> {
            person.requireSomewhere(Role.OPERATOR);
            return keep(Origin.GIVEN, Material.read(chainPem, keyPem, clock.instant()));
        });
    }

    /** Makes one that signs itself, valid for 365 days. */
    public KeptCertificate make(List<String> names) {
        return acts.attempt(Act.of("certificate.keep"), () -> {
            person.requireSomewhere(Role.OPERATOR);
            return keep(Origin.SELF_MADE, SelfMade.make(names, clock.instant()));
        });
    }

    private KeptCertificate keep(Origin origin, Material material) {
        var id = UUID.randomUUID();
        var sealed = sealer.seal(material.keyPem().getBytes(StandardCharsets.UTF_8), purpose(id));
        var kept = CertificateFacts.of(id, origin, material.chainPem());
        var act = Act.of("certificate.keep")
                .on("certificate", id, kept.subject())
                .after(Map.of("origin", origin, "subject", kept.subject()));
        acts.together(
                act,
                () -> store.insert(new CertificateStore.Row(id, origin, material.chainPem(), sealed), person.name()));
        return kept;
    }

    private static String purpose(UUID id) {
        return "certificate " + id;
    }

    public Optional<KeptCertificate> find(UUID id) {
        return store.find(id).map(row -> CertificateFacts.of(row.id(), row.origin(), row.chain()));
    }

    /** Chain and key in clear, for rendering only; one that is lost is problem {@code certificate-lost}. */
    public Opened open(UUID id) {
        var row = store.find(id).orElseThrow(Certificates::lost);
        var sealed = Optional.ofNullable(row.sealedKey()).orElseThrow(Certificates::lost);
        return new Opened(row.chain(), new String(sealer.open(sealed, purpose(id)), StandardCharsets.UTF_8));
    }

    private static ProblemException lost() {
        return new ProblemException(Problem.of("certificate-lost"));
    }

    /**
     * Deletes the key for good; the certificate itself is public and stays on record. Whose it is, the caller has
     * checked.
     */
    public void forgetKey(UUID id) {
        var name = find(id).map(KeptCertificate::subject).orElse("");
        var act = Act.of("certificate.forget-key").on("certificate", id, name);
        acts.attempt(act, () -> {
            person.requireSomewhere(Role.ADMIN);
            acts.together(act, () -> store.deleteKey(id));
        });
    }

    /** Chain and key as PEM in clear; never stored or shown. */
    public record Opened(String chain, String key) {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }
}
