package ai.hexabase.console.drift;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an installation's drift.
 *
 * @param revision the one rolled out last, null before the first
 * @param comparedAt the last complete comparison, null before the first
 * @param compared how many objects it looked at
 * @param open differences that nobody ignores; as last seen while the state is unknown
 * @param ignored differences that are there and ignored
 * @param ignores all that are in force, whether there is a difference now or not
 * @param asked somebody asked for a comparison that has not come to an end
 * @param unwatched kinds whose changes are only found by the regular comparison, because watching them is refused
 */
public record DriftReport(
        InstallationId installation,
        DriftState state,
        @Nullable Integer revision,
        @Nullable Instant comparedAt,
        int compared,
        List<DriftedObject> open,
        List<Leave> ignored,
        List<Ignored> ignores,
        boolean asked,
        Set<ResourceKind> unwatched) {
    public DriftReport {
        open = List.copyOf(open);
        ignored = List.copyOf(ignored);
        ignores = List.copyOf(ignores);
        unwatched = Set.copyOf(unwatched);
    }

    /** An ignored difference, with what ignores it. */
    public record Leave(DriftedObject object, Ignored ignored) {}
}
