package ai.hexabase.console.preflight;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Is there room for the pods, storage for the volumes, and enough zones? */
final class RoomChecks {
    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

    private RoomChecks() {}

    static Check capacity(List<PodDemand> demands, Observed observed) {
        var pods = demands.stream().mapToInt(PodDemand::count).sum();
        var needed = Message.of(
                "preflight.capacity.needed",
                pods,
                Amounts.cores(demands.stream()
                        .mapToLong(each -> each.count() * each.cpuMillis())
                        .sum()),
                Amounts.gibibytes(demands.stream()
                        .mapToLong(each -> each.count() * each.memoryBytes())
                        .sum()));
        return observed.capacity().decide("capacity", needed, capacity -> {
            List<Observed.Pod> own =
                    observed.ownPods() instanceof Fact.Known<List<Observed.Pod>>(var running) ? running : List.of();
            var fit = Fit.simulate(demands, capacity, own);
            return fit.homeless().isEmpty()
                    ? Check.pass(
                            "capacity",
                            Message.of(
                                    "preflight.capacity.fits", capacity.usable().size()),
                            needed)
                    : tooFull(fit, capacity, needed);
        });
    }

    private static Check tooFull(Fit fit, ClusterCapacity capacity, Message needed) {
        var first = fit.homeless().getFirst();
        var observed = Message.of(
                "preflight.capacity.full",
                fit.homeless().size(),
                first.owner().name(),
                Amounts.cores(first.cpuMillis()),
                Amounts.gibibytes(first.memoryBytes()),
                capacity.usable().size());
        return Check.blocked("capacity", observed, needed, Message.of("preflight.capacity.action"));
    }

    static Check zones(List<PodDemand> demands, Observed observed) {
        var count = demands.stream().mapToInt(PodDemand::zones).max().orElse(0);
        var named = demands.stream()
                .flatMap(demand -> demand.onlyZones().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        var needed = named.isEmpty()
                ? Message.of("preflight.zones.needed", Math.max(1, count))
                : Message.of("preflight.zones.named", String.join(", ", named));
        return observed.capacity().decide("zones", needed, capacity -> {
            var zones = capacity.usableZones();
            var found = zones.isEmpty()
                    ? Message.of("preflight.zones.none")
                    : Message.of("preflight.zones.observed", zones.size(), String.join(", ", zones));
            if (zones.size() >= count && zones.containsAll(named)) {
                return Check.pass("zones", found, needed);
            }
            return Check.blocked("zones", found, needed, Message.of("preflight.zones.action"));
        });
    }

    static Check storage(List<KubeObject> objects, Observed observed) {
        var classes = classNames(objects);
        var needed = classes.isEmpty()
                ? Message.of("preflight.storage.none-needed")
                : Message.of("preflight.storage.needed", shown(classes));
        return observed.storageClasses().decide("storage", needed, existing -> {
            var absent =
                    classes.stream().filter(name -> !offered(name, existing)).collect(Collectors.toSet());
            var names = existing.stream().map(KubeObject::name).sorted().collect(Collectors.joining(", "));
            var found = existing.isEmpty()
                    ? Message.of("preflight.storage.none")
                    : Message.of("preflight.storage.observed", existing.size(), names);
            return absent.isEmpty()
                    ? Check.pass("storage", found, needed)
                    : Check.blocked("storage", found, needed, storageAction(absent));
        });
    }

    private static Message storageAction(Set<String> absent) {
        var key = absent.contains("") ? "preflight.storage.action.default" : "preflight.storage.action";
        return Message.of(key, shown(absent));
    }

    /** Names the plan asks for; the empty name stands for the cluster's default. */
    private static Set<String> classNames(List<KubeObject> objects) {
        var names = new TreeSet<String>();
        for (var object : objects) {
            if (object.kind().equals(ResourceKind.DATABASE_CLUSTER)) {
                names.add(object.text("/spec/storage/storageClass", ""));
                if (!object.at("/spec/walStorage").isMissingNode()) {
                    names.add(object.text("/spec/walStorage/storageClass", ""));
                }
            } else if (object.kind().equals(ResourceKind.PERSISTENT_VOLUME_CLAIM)) {
                names.add(object.text("/spec/storageClassName", ""));
            } else if (object.kind().equals(ResourceKind.STATEFUL_SET)) {
                object.at("/spec/volumeClaimTemplates")
                        .valueStream()
                        .forEach(claim ->
                                names.add(claim.at("/spec/storageClassName").asString("")));
            }
        }
        return names;
    }

    private static boolean offered(String name, List<KubeObject> existing) {
        return existing.stream()
                .anyMatch(each -> name.isEmpty()
                        ? "true".equals(each.annotations().get(DEFAULT_CLASS))
                        : each.name().equals(name));
    }

    private static String shown(Set<String> names) {
        return names.stream().map(name -> name.isEmpty() ? "(default)" : name).collect(Collectors.joining(", "));
    }
}
