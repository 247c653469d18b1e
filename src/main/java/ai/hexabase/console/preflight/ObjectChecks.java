package ai.hexabase.console.preflight;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.preflight.Observed.PodProbe;
import ai.hexabase.console.preflight.Observed.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Is anything in the way, and would the pods be let in? */
final class ObjectChecks {
    private ObjectChecks() {}

    static Check namespace(Observed observed) {
        var needed = Message.of("preflight.namespace.needed");
        return observed.namespaces().decide("namespace", needed, stages -> {
            var ending = stages.entrySet().stream()
                    .filter(entry -> entry.getValue() == Stage.TERMINATING)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            if (!ending.isEmpty()) {
                return Check.blocked(
                        "namespace",
                        Message.of("preflight.namespace.ending", ending),
                        needed,
                        Message.of("preflight.namespace.action"));
            }
            var absent = stages.values().stream().anyMatch(stage -> stage == Stage.ABSENT);
            var names = String.join(", ", stages.keySet());
            return Check.pass(
                    "namespace",
                    Message.of(absent ? "preflight.namespace.new" : "preflight.namespace.there", names),
                    needed);
        });
    }

    static Check names(Wanted wanted, Observed observed) {
        var needed = Message.of("preflight.names.needed");
        return observed.existing().decide("names", needed, existing -> {
            var foreign = existing.stream().filter(live -> !wanted.owns(live)).toList();
            if (foreign.isEmpty()) {
                return Check.pass("names", Message.of("preflight.names.free", existing.size()), needed);
            }
            // A namespace that was made beforehand is the usual case and loses nothing.
            var onlyNamespaces = foreign.stream().allMatch(live -> live.kind().equals(ResourceKind.NAMESPACE));
            return new Check(
                    "names",
                    Result.WARNING,
                    Message.of("preflight.names.taken", foreign.size()),
                    needed,
                    Message.of(onlyNamespaces ? "preflight.names.action.namespace" : "preflight.names.action"),
                    foreign.stream().map(ObjectChecks::shown).collect(Collectors.joining("\n")));
        });
    }

    private static String shown(KubeObject live) {
        var manager = live.labels().get("app.kubernetes.io/managed-by");
        return live.ref() + (manager == null ? "" : " (managed-by: " + manager + ")");
    }

    static Check pods(Observed observed) {
        var needed = Message.of("preflight.pods.needed");
        return observed.probes().decide("pods", needed, probes -> {
            var refused =
                    probes.stream().filter(probe -> probe.refusal() != null).toList();
            var standIns = probes.stream().filter(PodProbe::standIn).toList();
            if (!refused.isEmpty()) {
                return isFullOfOurs(refused, observed) ? full(refused, needed) : refused(refused, needed);
            }
            if (!standIns.isEmpty()) {
                return new Check(
                        "pods",
                        Result.UNKNOWN,
                        Message.of(
                                "preflight.pods.stand-in",
                                standIns.size(),
                                standIns.getFirst().namespace()),
                        needed,
                        Message.of("preflight.pods.stand-in.action"),
                        null);
            }
            return warned(probes, needed);
        });
    }

    /** A quota without room for one pod more, while pods of the plan use it; whether all fit is another check. */
    private static boolean isFullOfOurs(List<PodProbe> refused, Observed observed) {
        return observed.ownPods() instanceof Fact.Known<List<Observed.Pod>>(var own)
                && !own.isEmpty()
                && refused.stream()
                        .allMatch(probe -> String.valueOf(probe.refusal()).contains("exceeded quota"));
    }

    private static Check full(List<PodProbe> refused, Message needed) {
        return new Check(
                "pods",
                Result.WARNING,
                Message.of("preflight.pods.full", names(refused)),
                needed,
                Message.of("preflight.pods.full.action"),
                words(refused));
    }

    private static String words(List<PodProbe> refused) {
        return refused.stream().map(PodProbe::refusal).distinct().collect(Collectors.joining("\n"));
    }

    private static Check refused(List<PodProbe> refused, Message needed) {
        return Check.blocked(
                        "pods",
                        Message.of("preflight.pods.refused", names(refused)),
                        needed,
                        Message.of("preflight.pods.action"))
                .saying(words(refused));
    }

    private static Check warned(List<PodProbe> probes, Message needed) {
        var warned =
                probes.stream().filter(probe -> !probe.warnings().isEmpty()).toList();
        if (warned.isEmpty()) {
            return Check.pass("pods", Message.of("preflight.pods.admitted", probes.size()), needed);
        }
        return new Check(
                "pods",
                Result.WARNING,
                Message.of("preflight.pods.warned", names(warned)),
                needed,
                null,
                warned.stream()
                        .flatMap(probe -> probe.warnings().stream())
                        .distinct()
                        .collect(Collectors.joining("\n")));
    }

    private static String names(List<PodProbe> probes) {
        return probes.stream().map(probe -> probe.owner().name()).collect(Collectors.joining(", "));
    }

    static Check quota(Wanted wanted, List<PodDemand> demands, Observed observed) {
        var needed = Message.of("preflight.quota.needed");
        return observed.quotas().decide("quota", needed, live -> {
            var planned = wanted.objects().stream()
                    .filter(object -> object.kind().equals(ResourceKind.RESOURCE_QUOTA))
                    .toList();
            var replaced = planned.stream().map(KubeObject::ref).collect(Collectors.toSet());
            var quotas = Stream.concat(planned.stream(), live.stream().filter(quota -> !replaced.contains(quota.ref())))
                    .toList();
            var shortage = quotas.stream()
                    .map(quota -> Quotas.shortage(quota, demands))
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("\n"));
            return shortage.isEmpty()
                    ? Check.pass("quota", Message.of("preflight.quota.enough", quotas.size()), needed)
                    : Check.blocked(
                                    "quota",
                                    Message.of("preflight.quota.short"),
                                    needed,
                                    Message.of("preflight.quota.action"))
                            .saying(shortage);
        });
    }
}
