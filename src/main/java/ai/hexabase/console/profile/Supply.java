package ai.hexabase.console.profile;

/**
 * What a cluster can give to pods, and what others already asked of it.
 *
 * @param cpuMillis allocatable CPU of the nodes that take pods, in thousandths of a core
 * @param memoryBytes their allocatable memory, in bytes
 * @param usedCpuMillis CPU that pods there request today
 * @param usedMemoryBytes memory that pods there request today, in bytes
 */
public record Supply(long cpuMillis, long memoryBytes, long usedCpuMillis, long usedMemoryBytes) {}
