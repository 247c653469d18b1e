package ai.hexabase.console.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shape of a practice cluster.
 *
 * @param name how it is chosen and remembered
 * @param zones one or more
 * @param nodes in all, dealt out over the zones
 * @param cores of each node
 * @param memoryGib of each node, in GiB
 */
public record PracticeSite(String name, List<String> zones, int nodes, int cores, int memoryGib) {
    static final String STORAGE_CLASS = "practice-standard";

    /** The shapes to choose from, the usual one first. */
    public static final List<PracticeSite> READY_MADE = List.of(
            new PracticeSite("one-zone-3-nodes", List.of("zone-a"), 3, 8, 32),
            new PracticeSite("three-zones-6-nodes", List.of("zone-a", "zone-b", "zone-c"), 6, 16, 64),
            new PracticeSite("three-zones-12-nodes", List.of("zone-a", "zone-b", "zone-c"), 12, 64, 256),
            new PracticeSite("one-zone-1-node", List.of("zone-a"), 1, 4, 8));

    public PracticeSite {
        zones = List.copyOf(zones);
        if (zones.isEmpty() || nodes < 1) {
            throw new IllegalArgumentException("A practice cluster needs a zone and a node");
        }
    }

    /** The ready-made shape of that name. */
    public static Optional<PracticeSite> named(String name) {
        return READY_MADE.stream().filter(site -> site.name().equals(name)).findFirst();
    }

    /** One node of the shape. */
    record Place(String name, String zone) {}

    List<Place> places() {
        var places = new ArrayList<Place>();
        for (int i = 0; i < nodes; i++) {
            places.add(new Place("practice-node-" + (i + 1), zones.get(i % zones.size())));
        }
        return places;
    }
}
