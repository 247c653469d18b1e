package ai.hexabase.console.profile;

import java.util.List;

/**
 * What the tenants and the platform will need, beside what a cluster has.
 *
 * @param vclusters tenant vclusters that the settings allow
 * @param lines the parts of the sum, in the order they are shown
 * @param needed the sum
 * @param available what the cluster has
 * @param fitting how many of the vclusters there is room for
 * @param volumeBytes storage if every tenant and the database fill their volumes, in bytes
 * @param platformVolumeBytes the database's part of it, in bytes
 */
public record TenantDemand(
        int vclusters,
        List<Line> lines,
        Amount needed,
        Amount available,
        int fitting,
        long volumeBytes,
        long platformVolumeBytes) {
    /** Nodes larger than this are unusual; beyond it there are several. */
    private static final Amount LARGEST_NODE = new Amount(64_000, 256L << 30);

    /** CPU in thousandths of a core and memory in bytes. */
    public record Amount(long cpuMillis, long memoryBytes) {
        public static final Amount NONE = new Amount(0, 0);

        Amount plus(Amount other) {
            return new Amount(cpuMillis + other.cpuMillis, memoryBytes + other.memoryBytes);
        }

        Amount times(int count) {
            return new Amount(cpuMillis * count, memoryBytes * count);
        }

        /** What is left of this after the other, never below zero. */
        Amount minus(Amount other) {
            return new Amount(Math.max(0, cpuMillis - other.cpuMillis), Math.max(0, memoryBytes - other.memoryBytes));
        }
    }

    /** Who needs it. */
    public enum Part {
        OTHERS,
        CONTROL_PLANE,
        DATABASE,
        VCLUSTERS
    }

    /** {@code count} times {@code each} of one part. */
    public record Line(Part part, int count, Amount each) {
        public Amount total() {
            return each.times(count);
        }
    }

    public TenantDemand {
        lines = List.copyOf(lines);
    }

    /** Compares valid settings with a cluster. */
    public static TenantDemand of(Settings settings, Supply supply) {
        var vclusters = settings.number(Setting.MAX_VCLUSTERS);
        var perVcluster = Profile.of(settings.profile()).perVcluster();
        var lines = lines(settings, supply, new Line(Part.VCLUSTERS, vclusters, perVcluster));
        var needed = lines.stream().map(Line::total).reduce(Amount.NONE, Amount::plus);
        var available = new Amount(supply.cpuMillis(), supply.memoryBytes());
        var platform = needed.minus(perVcluster.times(vclusters));
        var platformVolumes = databaseVolumes(settings);
        return new TenantDemand(
                vclusters,
                lines,
                needed,
                available,
                Math.min(vclusters, fitting(available.minus(platform), perVcluster)),
                platformVolumes
                        + vclusters
                                * settings.quantity(Setting.DEFAULT_STORAGE_LIMIT)
                                        .units(),
                platformVolumes);
    }

    private static List<Line> lines(Settings settings, Supply supply, Line vclusters) {
        return List.of(
                vclusters,
                controlPlane(settings),
                database(settings),
                new Line(Part.OTHERS, 1, new Amount(supply.usedCpuMillis(), supply.usedMemoryBytes())));
    }

    private static Line controlPlane(Settings settings) {
        return new Line(
                Part.CONTROL_PLANE,
                settings.number(Setting.CONTROL_PLANE_REPLICAS),
                new Amount(
                        settings.quantity(Setting.CPU_REQUEST).millis(),
                        settings.quantity(Setting.MEMORY_REQUEST).units()));
    }

    private static Line database(Settings settings) {
        if (settings.is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)) {
            return new Line(Part.DATABASE, 0, Amount.NONE);
        }
        return new Line(
                Part.DATABASE,
                settings.number(Setting.DATABASE_REPLICAS),
                new Amount(
                        settings.quantity(Setting.DATABASE_CPU).millis(),
                        settings.quantity(Setting.DATABASE_MEMORY).units()));
    }

    private static long databaseVolumes(Settings settings) {
        return settings.is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                ? 0
                : settings.number(Setting.DATABASE_REPLICAS)
                        * (settings.quantity(Setting.DATABASE_STORAGE_SIZE).units() + walVolume(settings));
    }

    private static long walVolume(Settings settings) {
        return settings.text(Setting.DATABASE_WAL_SIZE).isEmpty()
                ? 0
                : settings.quantity(Setting.DATABASE_WAL_SIZE).units();
    }

    private static int fitting(Amount room, Amount each) {
        return (int) Math.min(
                Integer.MAX_VALUE,
                Math.min(room.cpuMillis() / each.cpuMillis(), room.memoryBytes() / each.memoryBytes()));
    }

    public Line line(Part part) {
        return lines.stream().filter(line -> line.part() == part).findFirst().orElseThrow();
    }

    /** What the cluster lacks; zero where it has enough. */
    public Amount missing() {
        return needed.minus(available);
    }

    public boolean fits() {
        return missing().equals(Amount.NONE);
    }

    /** How many nodes like {@link #nodeToAdd()} are missing; none when everything fits. */
    public long nodesToAdd() {
        return Math.max(
                ceil(missing().cpuMillis(), LARGEST_NODE.cpuMillis()),
                ceil(missing().memoryBytes(), LARGEST_NODE.memoryBytes()));
    }

    /**
     * The smallest usual node (2, 4, 8, ... cores and GiB) with which everything fits, or the largest usual one where a
     * single node would not do; zero where nothing is missing.
     */
    public Amount nodeToAdd() {
        if (nodesToAdd() > 1) {
            return LARGEST_NODE;
        }
        return new Amount(
                powerOfTwoAtLeast(ceil(missing().cpuMillis(), 1000)) * 1000,
                powerOfTwoAtLeast(ceil(missing().memoryBytes(), 1L << 30)) << 30);
    }

    private static long ceil(long value, long unit) {
        return (value + unit - 1) / unit;
    }

    private static long powerOfTwoAtLeast(long count) {
        return count == 0 ? 0 : Math.max(2, Long.highestOneBit(count * 2 - 1));
    }
}
