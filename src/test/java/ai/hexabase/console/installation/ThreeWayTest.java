package ai.hexabase.console.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.ThreeWay.Side;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreeWayTest {
    private static final Settings BASE = Profile.of(Profile.SMALL).settings();
    private static final ClusterId HERE = ClusterId.random();

    private static Revision revision(int number, ClusterId cluster, Settings settings) {
        return new Revision(InstallationId.random(), number, cluster, settings, "ken", Instant.EPOCH, "", List.of());
    }

    private static ThreeWay threeWay(Settings theirs, Settings mine) {
        return new ThreeWay(revision(1, HERE, BASE), revision(2, HERE, theirs), HERE, mine);
    }

    @Test
    void whatOnlyOneChangedIsMergedAndNothingOfTheOtherIsLost() {
        var both = threeWay(BASE.with(Setting.MAX_VCLUSTERS, "31"), BASE.with(Setting.ZONES, "a,b"));
        assertThat(both.lines()).hasSize(2).noneMatch(ThreeWay.Line::isContested);
        var merged = both.merged(Map.of()).settings();
        assertThat(merged.text(Setting.MAX_VCLUSTERS)).isEqualTo("31");
        assertThat(merged.text(Setting.ZONES)).isEqualTo("a,b");
    }

    @Test
    void whatBothChangedToTheSameIsNoQuestion() {
        var both = threeWay(BASE.with(Setting.MAX_VCLUSTERS, "31"), BASE.with(Setting.MAX_VCLUSTERS, "31"));
        assertThat(both.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.isContested()).isFalse());
    }

    @Test
    void whatBothChangedDifferentlyMustBeChosen() {
        var both = threeWay(BASE.with(Setting.MAX_VCLUSTERS, "31"), BASE.with(Setting.MAX_VCLUSTERS, "32"));
        var line = both.lines().getFirst();
        assertThat(line.isContested()).isTrue();
        assertThatThrownBy(() -> both.merged(Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(both.merged(Map.of(line, Side.THEIRS)).settings().text(Setting.MAX_VCLUSTERS))
                .isEqualTo("31");
        assertThat(both.merged(Map.of(line, Side.MINE)).settings().text(Setting.MAX_VCLUSTERS))
                .isEqualTo("32");
    }

    @Test
    void anotherClusterOfTheirsIsTakenOver() {
        var there = ClusterId.random();
        var moved = new ThreeWay(revision(1, HERE, BASE), revision(2, there, BASE), HERE, BASE);
        assertThat(moved.merged(Map.of()).cluster()).isEqualTo(there);
    }
}
