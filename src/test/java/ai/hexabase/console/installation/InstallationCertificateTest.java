package ai.hexabase.console.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.test.ConsoleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ConsoleTest
@Transactional
class InstallationCertificateTest {
    private static final Settings SELF_MADE = Profile.of(Profile.SMALL)
            .settings()
            .with(Setting.PUBLIC_NAMES, "hexabase.corp.internal")
            .with(Setting.TLS_SOURCE, Setting.Words.SELF_MADE);

    @Autowired
    Installations installations;

    @Autowired
    Certificates certificates;

    @Autowired
    Closings closings;

    @Test
    void aSelfMadeCertificateIsForThePublicNamesAndForThePods() {
        var settings = SELF_MADE.with(Setting.TLS_CERTIFICATE, installations.makeCertificate(SELF_MADE));
        assertThat(installations.problems(settings)).isEmpty();
        assertThat(installations.certificate(settings).orElseThrow().names())
                .startsWith("hexabase.corp.internal")
                .contains("hexabase-ui.hexabase-system.svc");
    }

    @Test
    void itsKeyIsOpenedForTheManifestsOnly() {
        var settings = SELF_MADE.with(Setting.TLS_CERTIFICATE, installations.makeCertificate(SELF_MADE));
        var made = installations.create("hq-certificate", ClusterId.random(), settings, "");
        var input = installations.manifestInput(made.id(), 1);
        assertThat(input.secrets().certificateKey()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(input.secrets().certificateChain()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(input.toString() + input.secrets() + installations.revision(made.id(), 1))
                .doesNotContain("BEGIN");
    }

    @Test
    void aCertificateForOtherNamesIsRefusedAtItsField() {
        var settings = SELF_MADE
                .with(Setting.TLS_CERTIFICATE, installations.makeCertificate(SELF_MADE))
                .with(Setting.PUBLIC_NAMES, "hexabase.corp.internal,other.corp.internal");
        assertProblem(settings, "certificate-names");
        assertThat(installations.problems(settings).getFirst().problem().args()).contains("other.corp.internal");
    }

    @Test
    void aCertificateThatIsNotKeptOrOfAnotherSourceIsRefused() {
        assertProblem(SELF_MADE.with(Setting.TLS_CERTIFICATE, UUID.randomUUID().toString()), "certificate-lost");
        assertProblem(SELF_MADE, "setting-missing");
        var number = certificates.make(List.of("hexabase.corp.internal")).id().toString();
        var given = SELF_MADE.with(Setting.TLS_SOURCE, Setting.Words.KEPT).with(Setting.TLS_CERTIFICATE, number);
        assertProblem(given, "certificate-is-self-made");
    }

    private void assertProblem(Settings settings, String code) {
        assertThat(installations.problems(settings))
                .singleElement()
                .satisfies(problem -> assertThat(problem.problem().code()).isEqualTo(code))
                .extracting(SettingProblem::setting)
                .isEqualTo(Setting.TLS_CERTIFICATE);
    }

    @Test
    void aCopyNeedsACertificateOfItsOwn() {
        var settings = SELF_MADE.with(Setting.TLS_CERTIFICATE, installations.makeCertificate(SELF_MADE));
        var made = installations.create("hq-certificate", ClusterId.random(), settings, "");
        var copied = installations.draftCopy(made.id(), 1).content().settings();
        assertThat(copied).isEqualTo(settings.with(Setting.TLS_CERTIFICATE, ""));
    }

    @Test
    void aClosedRecordKeepsTheCertificateWithoutItsKey() {
        var settings = SELF_MADE.with(Setting.TLS_CERTIFICATE, installations.makeCertificate(SELF_MADE));
        var made = installations.create("hq-closed", ClusterId.random(), settings, "");
        var id = UUID.fromString(settings.text(Setting.TLS_CERTIFICATE));
        assertThat(certificates.open(id).key()).contains("PRIVATE KEY");
        closings.close(made.id());
        assertThat(certificates.find(id)).isPresent();
        assertThatThrownBy(() -> certificates.open(id)).isInstanceOf(ProblemException.class);
    }
}
