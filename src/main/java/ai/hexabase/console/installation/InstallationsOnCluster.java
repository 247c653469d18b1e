package ai.hexabase.console.installation;

import ai.hexabase.console.cluster.ClusterUse;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells what a cluster still holds of installations: those that stand there, and what others left or planned. */
@Component
class InstallationsOnCluster implements ClusterUse {
    private final InstallationStore store;
    private final Footprint footprint;

    InstallationsOnCluster(InstallationStore store, Footprint footprint) {
        this.store = store;
        this.footprint = footprint;
    }

    @Override
    public List<String> usesOf(ClusterId id) {
        return footprint.on(id).stream()
                .filter(installation -> trace(installation, id)
                        .filter(trace -> !trace.removed())
                        .isPresent())
                .flatMap(this::name)
                .toList();
    }

    @Override
    public List<String> remindersOf(ClusterId id) {
        var kept = footprint.on(id).stream()
                .filter(installation -> trace(installation, id)
                        .filter(trace -> !trace.volumes().isEmpty())
                        .isPresent())
                .flatMap(this::name);
        return Stream.concat(kept, store.namesOn(id).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Footprint.Trace> trace(InstallationId installation, ClusterId cluster) {
        return footprint.of(installation).stream()
                .filter(trace -> trace.cluster().equals(cluster))
                .findFirst();
    }

    private Stream<String> name(InstallationId id) {
        return store.find(id).map(Installation::name).stream();
    }
}
