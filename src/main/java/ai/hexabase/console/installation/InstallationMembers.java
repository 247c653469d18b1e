package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Members;
import ai.hexabase.console.manifest.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells on which clusters installations stand: that of the newest revision, and others that still hold something. */
@Component
class InstallationMembers implements Members {
    private static final Set<String> NAMESPACES = Set.of(Names.NAMESPACE);

    private final InstallationStore store;
    private final Footprint footprint;

    InstallationMembers(InstallationStore store, Footprint footprint) {
        this.store = store;
        this.footprint = footprint;
    }

    @Override
    public Map<ClusterId, Set<String>> of(InstallationId id) {
        var found = new HashMap<ClusterId, Set<String>>();
        store.find(id).ifPresent(installation -> places(installation).forEach(each -> found.put(each, NAMESPACES)));
        return found;
    }

    private Stream<ClusterId> places(Installation installation) {
        var left = footprint.of(installation.id()).stream()
                .filter(trace -> !trace.removed())
                .map(Footprint.Trace::cluster);
        return Stream.concat(installation.isClosed() ? Stream.of() : Stream.of(installation.cluster()), left);
    }

    @Override
    public Set<InstallationId> within(Set<ClusterId> clusters) {
        return Stream.concat(store.list().stream(), store.closed().stream())
                .filter(each -> clusters.contains(each.cluster()))
                .filter(each -> places(each).allMatch(clusters::contains))
                .map(Installation::id)
                .collect(Collectors.toSet());
    }
}
