package ai.hexabase.console.installation;

import ai.hexabase.console.certificate.KeptCertificate;
import ai.hexabase.console.certificate.KeptCertificate.Origin;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What the console advises about settings; nothing of it is ever done unasked. */
@Service
public class Advices {
    private static final String THREE = "3";

    private final Installations installations;
    private final Clock clock;

    Advices(Installations installations, Clock clock) {
        this.installations = installations;
        this.clock = clock;
    }

    /** Worst first; nothing for settings that break a rule. */
    public List<Advice> about(Settings settings) {
        if (!installations.problems(settings).isEmpty()) {
            return List.of();
        }
        return Stream.of(access(settings), availability(settings), images(settings), certificate(settings))
                .flatMap(advice -> advice)
                .sorted(Comparator.comparing(Advice::kind))
                .toList();
    }

    private static Stream<Advice> access(Settings settings) {
        var published = settings.is(Setting.API_EXPOSURE, Setting.Words.LIKE_SERVICE)
                && !settings.is(Setting.SERVICE_TYPE, Setting.Words.CLUSTER_IP);
        return published
                ? Stream.of(Advice.of(
                        AdviceKind.PLAIN_PORT, settings.text(Setting.API_PORT), settings.text(Setting.HTTPS_PORT)))
                : Stream.of();
    }

    private static Stream<Advice> availability(Settings settings) {
        var all = Stream.<Advice>builder();
        if (settings.number(Setting.CONTROL_PLANE_REPLICAS) == 1) {
            all.add(Advice.of(AdviceKind.CONTROL_PLANE_ALONE));
        }
        if (settings.is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)) {
            return all.build();
        }
        switch (settings.number(Setting.DATABASE_REPLICAS)) {
            case 1 -> all.add(Advice.of(AdviceKind.DATABASE_ALONE));
            case 2 -> all.add(Advice.of(AdviceKind.DATABASE_WITHOUT_QUORUM));
            default -> {}
        }
        if (settings.text(Setting.BACKUP_DESTINATION).isEmpty()) {
            all.add(Advice.of(AdviceKind.NO_BACKUP, settings.text(Setting.BACKUP_RETENTION_DAYS)));
        }
        return all.build();
    }

    private static Stream<Advice> images(Settings settings) {
        var all = Stream.<Advice>builder();
        if (settings.is(Setting.IMAGE_PULL_POLICY, "Always")) {
            all.add(Advice.of(AdviceKind.ALWAYS_PULLED));
        }
        var image = settings.text(Setting.CONTROL_PLANE_IMAGE);
        if (!image.contains("@") && settings.text(Setting.IMAGE_DIGEST).isEmpty()) {
            all.add(Advice.of(AdviceKind.VERSION_MAY_MOVE, image));
        }
        return all.build();
    }

    private Stream<Advice> certificate(Settings settings) {
        return installations.certificate(settings).stream().flatMap(this::about);
    }

    private Stream<Advice> about(KeptCertificate certificate) {
        var now = clock.instant();
        var selfMade = certificate.origin() == Origin.SELF_MADE;
        return switch (certificate.validity(now)) {
            case EXPIRED ->
                Stream.of(Advice.of(
                        selfMade ? AdviceKind.SELF_MADE_ENDS : AdviceKind.CERTIFICATE_EXPIRED, end(certificate)));
            case ENDS_SOON ->
                Stream.of(Advice.of(
                        selfMade ? AdviceKind.SELF_MADE_ENDS : AdviceKind.CERTIFICATE_ENDS, end(certificate)));
            case VALID, NOT_YET ->
                selfMade ? Stream.of(Advice.of(AdviceKind.SELF_MADE, end(certificate))) : Stream.of();
        };
    }

    private static String end(KeptCertificate certificate) {
        return certificate.notAfter().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /**
     * Makes a revision on top of {@code base} with what the advice changes. Problems: {@code advice-gone} when there is
     * nothing to take any more, and those of {@link Installations#revise}.
     */
    public Revision take(InstallationId id, int base, AdviceKind kind, String comment) {
        var revision = installations.revision(id, base);
        if (!kind.isOneClick() || about(revision.settings()).stream().noneMatch(advice -> advice.kind() == kind)) {
            throw new ProblemException(Problem.of("advice-gone", base));
        }
        return installations.revise(id, base, revision.cluster(), taken(kind, revision.settings()), comment);
    }

    private Settings taken(AdviceKind kind, Settings settings) {
        return switch (kind) {
            case PLAIN_PORT -> settings.with(Setting.API_EXPOSURE, Setting.Words.INSIDE_ONLY);
            case DATABASE_ALONE, DATABASE_WITHOUT_QUORUM -> settings.with(Setting.DATABASE_REPLICAS, THREE);
            case CONTROL_PLANE_ALONE -> settings.with(Setting.CONTROL_PLANE_REPLICAS, THREE);
            case ALWAYS_PULLED -> settings.with(Setting.IMAGE_PULL_POLICY, "IfNotPresent");
            case SELF_MADE_ENDS -> settings.with(Setting.TLS_CERTIFICATE, installations.makeCertificate(settings));
            case CERTIFICATE_EXPIRED, CERTIFICATE_ENDS, NO_BACKUP, SELF_MADE, VERSION_MAY_MOVE -> settings;
        };
    }
}
