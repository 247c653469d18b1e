package ai.hexabase.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantDemandTest {
    private static final long GI = 1L << 30;
    private final Settings small = Profile.of(Profile.SMALL).settings();

    @Test
    void tenantsArePartOfTheSumThatTheDocumentForgets() {
        var demand = TenantDemand.of(small, new Supply(23_700, gi(88.8), 1_600, gi(4.2)));
        assertThat(demand.needed().cpuMillis()).isEqualTo(27_100);
        assertThat(demand.needed().memoryBytes()).isEqualTo(40 * GI + 3 * GI + 16 * GI + gi(4.2));
        assertThat(demand.missing().cpuMillis()).isEqualTo(3_400);
        assertThat(demand.missing().memoryBytes()).isZero();
        assertThat(demand.fitting()).isEqualTo(16);
        assertThat(demand.fits()).isFalse();
    }

    @Test
    void theSumsAreTheLines() {
        var demand = TenantDemand.of(small, new Supply(64_000, 256 * GI, 1_000, GI));
        assertThat(demand.line(TenantDemand.Part.VCLUSTERS).total())
                .isEqualTo(new TenantDemand.Amount(20_000, 40 * GI));
        assertThat(demand.line(TenantDemand.Part.CONTROL_PLANE).total())
                .isEqualTo(new TenantDemand.Amount(1_500, 3 * GI));
        assertThat(demand.line(TenantDemand.Part.DATABASE).total()).isEqualTo(new TenantDemand.Amount(4_000, 16 * GI));
        assertThat(demand.lines().stream()
                        .mapToLong(line -> line.total().cpuMillis())
                        .sum())
                .isEqualTo(demand.needed().cpuMillis());
        assertThat(demand.fits()).isTrue();
        assertThat(demand.fitting()).isEqualTo(20);
    }

    @Test
    void volumesAreCountedAsIfEverybodyFillsThem() {
        var demand = TenantDemand.of(small, new Supply(64_000, 256 * GI, 0, 0));
        assertThat(demand.volumeBytes()).isEqualTo((20 * 100 + 2 * 100) * GI);
        assertThat(demand.platformVolumeBytes()).isEqualTo(200 * GI);
    }

    @Test
    void anExternalDatabaseAsksNothingOfTheCluster() {
        var external = small.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL).with(Setting.DATABASE_CPU, "");
        assertThat(TenantDemand.of(external, new Supply(64_000, 256 * GI, 0, 0))
                        .line(TenantDemand.Part.DATABASE)
                        .total())
                .isEqualTo(TenantDemand.Amount.NONE);
    }

    @ParameterizedTest
    @CsvSource({"22000, 4, 8", "25400, 2, 8", "25500, 0, 8", "1000, 32, 8"})
    void aNodeToAddIsAsLargeAsWhatIsMissing(long cpuMillis, long cores, long ignored) {
        var demand = TenantDemand.of(small, new Supply(cpuMillis, 256 * GI, 0, 0));
        assertThat(demand.nodeToAdd().cpuMillis()).isEqualTo(cores * 1000);
        assertThat(demand.nodeToAdd().memoryBytes()).isZero();
    }

    @Test
    void tenantsOfALargeInstallationAreCountedWithThreeReplicasEach() {
        var large = Profile.of(Profile.LARGE).settings();
        var demand = TenantDemand.of(large, new Supply(768_000, 3_072 * GI, 0, 0));
        assertThat(demand.line(TenantDemand.Part.VCLUSTERS).total())
                .isEqualTo(new TenantDemand.Amount(3_000_000, 6_000 * GI));
        assertThat(demand.needed()).isEqualTo(new TenantDemand.Amount(3_060_000, 6_216 * GI));
        assertThat(demand.fitting()).isEqualTo(118);
        assertThat(demand.volumeBytes()).isEqualTo((500 + 3 * 2) * 1_024 * GI);
    }

    @ParameterizedTest
    @CsvSource({"3060000, 6216, 0", "3059000, 6216, 1", "2996000, 6216, 1", "2995999, 6216, 2", "3060000, 5000, 5"})
    void whatIsMoreThanOneNodeIsMissingIsToldInNodesOfTheLargestUsualSize(long cpuMillis, long gib, long nodes) {
        var large = Profile.of(Profile.LARGE).settings();
        var demand = TenantDemand.of(large, new Supply(cpuMillis, gib * GI, 0, 0));
        assertThat(demand.nodesToAdd()).isEqualTo(nodes);
        if (nodes > 1) {
            assertThat(demand.nodeToAdd()).isEqualTo(new TenantDemand.Amount(64_000, 256 * GI));
        }
    }

    @Test
    void anEmptyClusterFitsNothing() {
        var demand = TenantDemand.of(small, new Supply(0, 0, 0, 0));
        assertThat(demand.fitting()).isZero();
        assertThat(demand.missing()).isEqualTo(demand.needed());
    }

    private static long gi(double count) {
        return (long) (count * GI);
    }
}
