package ai.hexabase.console.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ConsoleTest
@Transactional
class AdvicesTest {
    /** Without any risk that the console knows. */
    private static final Settings CALM = Profile.of(Profile.LARGE)
            .settings()
            .with(Setting.IMAGE_DIGEST, "sha256:" + "ab".repeat(32))
            .with(Setting.BACKUP_DESTINATION, "s3://backups")
            .with(Setting.BACKUP_CREDENTIALS, "keys");

    @Autowired
    Installations installations;

    @Autowired
    Advices advices;

    @Autowired
    Clock clock;

    @Test
    void settingsWithoutARiskGetNoAdvice() {
        assertThat(advices.about(CALM)).isEmpty();
    }

    @Test
    void theDocumentsSmallProfileHasRisksToldWorstFirst() {
        assertThat(kinds(Profile.of(Profile.SMALL).settings()))
                .containsExactly(
                        AdviceKind.PLAIN_PORT,
                        AdviceKind.DATABASE_WITHOUT_QUORUM,
                        AdviceKind.NO_BACKUP,
                        AdviceKind.VERSION_MAY_MOVE);
    }

    @ParameterizedTest
    @EnumSource(
            value = AdviceKind.class,
            names = {"PLAIN_PORT", "DATABASE_ALONE", "DATABASE_WITHOUT_QUORUM", "CONTROL_PLANE_ALONE", "ALWAYS_PULLED"})
    void oneClickMakesARevisionWithoutTheRiskThatSaysWhichAdviceWasTaken(AdviceKind kind) {
        var risky = risky(kind);
        assertThat(kinds(risky)).containsExactly(kind);
        var made = installations.create("hq-advice", ClusterId.random(), risky, "");
        var revision = advices.take(made.id(), 1, kind, "taken: " + kind);
        assertThat(revision.number()).isEqualTo(2);
        assertThat(revision.comment()).isEqualTo("taken: " + kind);
        assertThat(revision.cluster()).isEqualTo(made.cluster());
        assertThat(kinds(revision.settings())).isEmpty();
        assertThat(risky.changesTo(revision.settings())).hasSize(1);
        assertGone(made, 2, kind);
    }

    private static Settings risky(AdviceKind kind) {
        return switch (kind) {
            case PLAIN_PORT -> CALM.with(Setting.API_EXPOSURE, Setting.Words.LIKE_SERVICE);
            case DATABASE_ALONE -> CALM.with(Setting.DATABASE_REPLICAS, "1");
            case DATABASE_WITHOUT_QUORUM -> CALM.with(Setting.DATABASE_REPLICAS, "2");
            case CONTROL_PLANE_ALONE -> CALM.with(Setting.CONTROL_PLANE_REPLICAS, "1");
            default -> CALM.with(Setting.IMAGE_PULL_POLICY, "Always");
        };
    }

    private void assertGone(Installation made, int base, AdviceKind kind) {
        assertThatThrownBy(() -> advices.take(made.id(), base, kind, ""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("advice-gone"));
    }

    @Test
    void aSelfMadeCertificateIsAlwaysMentionedAndMadeAnewByOneClickBeforeItEnds() {
        var settings = CALM.with(Setting.TLS_SOURCE, Setting.Words.SELF_MADE);
        var served = settings.with(Setting.TLS_CERTIFICATE, installations.makeCertificate(settings));
        assertThat(kinds(served)).containsExactly(AdviceKind.SELF_MADE);
        var later = new Advices(installations, Clock.offset(clock, Duration.ofDays(340)));
        assertThat(later.about(served)).extracting(Advice::kind).containsExactly(AdviceKind.SELF_MADE_ENDS);
        var made = installations.create("hq-advice", ClusterId.random(), served, "");
        var revision = later.take(made.id(), 1, AdviceKind.SELF_MADE_ENDS, "anew");
        assertThat(revision.settings().text(Setting.TLS_CERTIFICATE))
                .isNotEqualTo(served.text(Setting.TLS_CERTIFICATE));
        assertThat(installations.certificate(revision.settings())).isPresent();
    }

    @Test
    void whatAPersonMustSayIsNotTakenByOneClick() {
        var made = installations.create(
                "hq-advice", ClusterId.random(), Profile.of(Profile.SMALL).settings(), "");
        assertGone(made, 1, AdviceKind.NO_BACKUP);
    }

    private List<AdviceKind> kinds(Settings settings) {
        return advices.about(settings).stream().map(Advice::kind).toList();
    }
}
