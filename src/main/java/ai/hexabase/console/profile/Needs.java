package ai.hexabase.console.profile;

import java.util.EnumSet;
import java.util.Set;

/**
 * What the administrator said is needed.
 *
 * @param users people who will use the platform
 * @param vclusters tenant vclusters wanted
 * @param zones failure zones that the nodes stand in
 * @param surviveZoneLoss the platform must go on when one zone is lost
 * @param present what is already in the cluster
 */
public record Needs(int users, int vclusters, int zones, boolean surviveZoneLoss, Set<Present> present) {
    /** Things that may already be in the cluster and change what is installed. */
    public enum Present {
        /** The CloudNativePG operator. */
        CLOUD_NATIVE_PG,
        /** A PostgreSQL that somebody else runs and Hexabase shall use. */
        EXTERNAL_DATABASE,
        /** Something that gives Services of type LoadBalancer an address. */
        LOAD_BALANCER
    }

    public Needs {
        present = present.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(present));
    }

    public boolean has(Present thing) {
        return present.contains(thing);
    }
}
