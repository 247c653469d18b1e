package ai.hexabase.console.installation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.profile.Supply;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ShortageTest extends ScreenTest {
    @Autowired
    Installations installations;

    @Autowired
    Profiles profiles;

    @Autowired
    Clusters clusters;

    @Autowired
    Clock clock;

    @Test
    void whatOneNodeWouldNotMendIsToldAsANumberOfNodes() {
        assertThat(options(Profile.LARGE, new Supply(768_000, 3_072L << 30, 0, 0)))
                .contains("Add 36 nodes of 64 cores, 256 GiB", "then all 500 fit", "Allow 118 vclusters");
    }

    @Test
    void whatOneNodeMendsIsToldAsThatNode() {
        assertThat(options(Profile.SMALL, new Supply(22_000, 256L << 30, 0, 0)))
                .contains("Add a node of 4 cores", "then all 20 fit");
    }

    private String options(String profile, Supply supply) {
        var draft = new WizardDraft(installations, profiles, UUID.randomUUID());
        var capacities = new Capacities(clusters, () -> {});
        var context = new WizardContext(draft, profiles, clusters, capacities, clock, () -> {}, step -> {});
        var demand = profiles.demand(Profile.of(profile).settings(), supply);
        return Screen.words(new Shortage(context, demand, (setting, text) -> {}).options());
    }
}
