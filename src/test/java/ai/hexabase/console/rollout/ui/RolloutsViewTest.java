package ai.hexabase.console.rollout.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.KeptClusters;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.rollout.KeptRollouts;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.Status;
import com.vaadin.flow.component.grid.Grid;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import({KeptClusters.class, KeptRollouts.class})
class RolloutsViewTest extends ScreenTest {
    @Autowired
    KeptRollouts kept;

    @Autowired
    Rollouts rollouts;

    @Autowired
    RolloutsOverview overview;

    @Test
    void theNewestRolloutIsTheFirstOfTheList() {
        var installation = kept.installation();
        kept.finish(kept.running(kept.plan(installation, true), Phase.STORAGE));
        var newest = kept.running(kept.plan(installation, true), Phase.DATABASE);
        var view = navigate("rollouts", RolloutsView.class);
        @SuppressWarnings("unchecked")
        var grid = (Grid<Rollout>) find(Grid.class, view).single();
        assertThat(test(grid).getRow(0)).extracting("id").isEqualTo(newest);
        assertThat(Screen.words(view)).contains("under way");
        Screen.assertComplete(view);
    }

    @Test
    void homeShowsWhatRunsAndWhatStopped() {
        var running = kept.installation();
        kept.running(kept.plan(running, true), Phase.DATABASE);
        var stopped = kept.installation();
        kept.fail(kept.running(kept.plan(stopped, true), Phase.DATABASE));
        assertThat(Screen.words(overview.build().orElseThrow())).contains(running.name());
        assertThat(overview.attention())
                .filteredOn(item -> item.what().contains(stopped.name()))
                .singleElement()
                .satisfies(item -> assertThat(item.status()).isEqualTo(Status.FAILED));
    }

    @Test
    void homeSaysThatAPausedRolloutWaitsForSomebody() {
        var paused = kept.installation();
        kept.pause(kept.running(kept.plan(paused, true), Phase.DATABASE));
        assertThat(overview.attention())
                .filteredOn(item -> item.what().contains(paused.name()))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.status()).isEqualTo(Status.HELD);
                    assertThat(item.what()).contains("is paused at Database");
                });
    }

    @Test
    void aFailureThatANewerRolloutFollowedWaitsForNobody() {
        var installation = kept.installation();
        var plan = kept.plan(installation, true);
        kept.fail(kept.running(plan, Phase.DATABASE));
        kept.running(plan, Phase.NAMESPACE);
        assertThat(rollouts.unfinished())
                .filteredOn(rollout -> rollout.installation().equals(installation.id()))
                .as("the failed one was followed by a newer one")
                .hasSize(1);
    }
}
