package ai.hexabase.console.common;

import java.util.HashSet;
import java.util.Set;

/**
 * What a role holds for.
 *
 * @param limited false for everything there is and will be, whatever the sets hold
 * @param installations by themselves, wherever they stand
 * @param clusters with the installations that stand on them alone
 */
public record Scope(boolean limited, Set<InstallationId> installations, Set<ClusterId> clusters) {
    public static final Scope EVERYTHING = new Scope(false, Set.of(), Set.of());
    public static final Scope NOTHING = new Scope(true, Set.of(), Set.of());

    public Scope {
        installations = Set.copyOf(installations);
        clusters = Set.copyOf(clusters);
    }

    /** These and nothing else. */
    public static Scope only(Set<InstallationId> installations, Set<ClusterId> clusters) {
        return new Scope(true, installations, clusters);
    }

    /** Limited to nothing, as long as nothing was chosen. */
    public boolean isEmpty() {
        return limited && installations.isEmpty() && clusters.isEmpty();
    }

    /** What either of them holds for. */
    public Scope and(Scope other) {
        if (!limited || !other.limited) {
            return EVERYTHING;
        }
        var more = new HashSet<>(installations);
        more.addAll(other.installations);
        var places = new HashSet<>(clusters);
        places.addAll(other.clusters);
        return only(more, places);
    }

    public boolean covers(ClusterId cluster) {
        return !limited || clusters.contains(cluster);
    }

    /** Itself, or all clusters it stands on. */
    public boolean covers(InstallationId installation, Members members) {
        if (!limited || installations.contains(installation)) {
            return true;
        }
        var places = members.of(installation).keySet();
        return !places.isEmpty() && clusters.containsAll(places);
    }

    /** The installations it holds for; only asked of one that is limited. */
    public Set<InstallationId> installations(Members members) {
        var all = new HashSet<>(installations);
        if (!clusters.isEmpty()) {
            all.addAll(members.within(clusters));
        }
        return all;
    }
}
