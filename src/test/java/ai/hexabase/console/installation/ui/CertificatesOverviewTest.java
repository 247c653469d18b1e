package ai.hexabase.console.installation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.AttentionItem;
import ai.hexabase.console.uikit.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A made certificate is valid for 365 days; the clock of the home screen is moved. */
class CertificatesOverviewTest extends ScreenTest {
    @Autowired
    Installations installations;

    private final String name = "hq-" + UUID.randomUUID().toString().substring(0, 8);

    private List<AttentionItem> afterDays(int days) {
        var clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(days).plusHours(1));
        return new CertificatesOverview(installations, clock)
                .attention().stream().filter(item -> item.what().contains(name)).toList();
    }

    @Test
    void theHomeScreenTellsOfACertificateThatEndsSoonAndOfOneThatHasEnded() {
        var wanted = Profile.of(Profile.SMALL)
                .settings()
                .with(Setting.PUBLIC_NAMES, "hexabase.corp.internal")
                .with(Setting.TLS_SOURCE, Setting.Words.SELF_MADE);
        var settings = wanted.with(Setting.TLS_CERTIFICATE, installations.makeCertificate(wanted));
        installations.create(name, ClusterId.random(), settings, "");
        assertThat(afterDays(300)).isEmpty();
        assertThat(afterDays(350)).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(Status.WARNING);
            assertThat(item.what()).contains("ends in 14 days");
            assertThat(item.why()).contains("hexabase.corp.internal");
        });
        assertThat(afterDays(370)).singleElement().satisfies(item -> {
            assertThat(item.status()).isEqualTo(Status.FAILED);
            assertThat(item.what()).contains("has expired");
        });
    }
}
