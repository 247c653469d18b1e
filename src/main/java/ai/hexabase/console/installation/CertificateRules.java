package ai.hexabase.console.installation;

import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.certificate.KeptCertificate;
import ai.hexabase.console.certificate.KeptCertificate.Origin;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.profile.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What settings and the certificate they name must agree on. */
@Component
class CertificateRules {
    private final Certificates certificates;

    CertificateRules(Certificates certificates) {
        this.certificates = certificates;
    }

    /** The kept certificate that these settings serve; empty when they serve none, or name one that is not kept. */
    Optional<KeptCertificate> served(Settings settings) {
        return isServed(settings) ? named(settings) : Optional.empty();
    }

    private static boolean isServed(Settings settings) {
        return settings.is(Setting.TLS_SOURCE, Setting.Words.KEPT)
                || settings.is(Setting.TLS_SOURCE, Setting.Words.SELF_MADE);
    }

    private Optional<KeptCertificate> named(Settings settings) {
        try {
            return certificates.find(UUID.fromString(settings.text(Setting.TLS_CERTIFICATE)));
        } catch (IllegalArgumentException noNumber) {
            return Optional.empty();
        }
    }

    /** The settings keep their own rules already. */
    Optional<SettingProblem> check(Settings settings) {
        if (!isServed(settings) || settings.text(Setting.TLS_CERTIFICATE).isEmpty()) {
            return Optional.empty();
        }
        var kept = named(settings);
        var problem = kept.isEmpty() ? Problem.of("certificate-lost") : problem(settings, kept.get());
        return Optional.ofNullable(problem).map(each -> new SettingProblem(Setting.TLS_CERTIFICATE, each, null));
    }

    private static @Nullable Problem problem(Settings settings, KeptCertificate certificate) {
        var selfMade = certificate.origin() == Origin.SELF_MADE;
        if (selfMade != settings.is(Setting.TLS_SOURCE, Setting.Words.SELF_MADE)) {
            return Problem.of(selfMade ? "certificate-is-self-made" : "certificate-is-given");
        }
        var uncovered = settings.list(Setting.PUBLIC_NAMES).stream()
                .filter(name -> !certificate.covers(name))
                .toList();
        return uncovered.isEmpty()
                ? null
                : Problem.of("certificate-names", String.join(", ", uncovered), String.join(", ", certificate.names()));
    }

    /** Names for a self-made certificate: how people reach the installation, and how pods do. */
    static List<String> names(Settings settings) {
        var names = new ArrayList<>(settings.list(Setting.PUBLIC_NAMES));
        for (var service : List.of(Names.UI_SERVICE, Names.CONTROL_PLANE_SERVICE)) {
            names.add(service + "." + Names.NAMESPACE + ".svc");
            names.add(service + "." + Names.NAMESPACE + ".svc.cluster.local");
        }
        return names;
    }
}
