package ai.hexabase.console.preflight;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.Asked;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.ServerInfo;
import ai.hexabase.console.preflight.Observed.Pod;
import ai.hexabase.console.preflight.Observed.Stage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the cluster for everything the checks need; stores nothing there. */
final class Observer {
    private final ClusterConnection cluster;
    private final Wanted wanted;
    private final List<PodDemand> demands;
    private final List<KubeObject> existing;

    Observer(ClusterConnection cluster, Wanted wanted, List<PodDemand> demands, List<KubeObject> existing) {
        this.cluster = cluster;
        this.wanted = wanted;
        this.demands = demands;
        this.existing = existing;
    }

    /** One after the other would take as long as all questions together. */
    Observed observe(Instant now) {
        var server = asked(cluster::serverInfo);
        var access = asked(() -> cluster.checkAccess(Access.questions(wanted)));
        var missing = asked(this::missingKinds);
        var capacity = asked(cluster::capacity);
        var storage = asked(() -> cluster.listAll(ListQuery.of(ResourceKind.STORAGE_CLASS)));
        var namespaces = ask(this::namespaces);
        Map<String, Stage> stages = namespaces instanceof Fact.Known<Map<String, Stage>>(var known) ? known : Map.of();
        var pods = asked(() -> ownPods(stages));
        var quotas = asked(() -> quotas(stages));
        var probes = asked(() -> new PodProbes(cluster, demands, stages).all());
        if (server.get() instanceof Fact.Unknown<ServerInfo>(var why)) {
            return nothing(now, why);
        }
        return new Observed(
                now,
                server.get(),
                access.get(),
                missing.get(),
                capacity.get(),
                pods.get(),
                storage.get(),
                namespaces,
                Fact.known(existing),
                quotas.get(),
                probes.get());
    }

    private static <T> Asked<Fact<T>> asked(Supplier<T> question) {
        return Asked.of(() -> ask(question));
    }

    private static Observed nothing(Instant now, ai.hexabase.console.common.Problem why) {
        return new Observed(
                now,
                Fact.unknown(why),
                Fact.unknown(why),
                Fact.unknown(why),
                Fact.unknown(why),
                Fact.unknown(why),
                Fact.unknown(why),
                Fact.unknown(why),
                Fact.unknown(why),
                Fact.unknown(why),
                Fact.unknown(why));
    }

    private static <T> Fact<T> ask(Supplier<T> question) {
        try {
            return Fact.known(question.get());
        } catch (ProblemException noAnswer) {
            return Fact.unknown(noAnswer.problem());
        }
    }

    private List<ResourceKind> missingKinds() {
        var kinds = wanted.objects().stream().map(KubeObject::kind).distinct().toList();
        var served = cluster.served(kinds);
        return kinds.stream().filter(kind -> !served.contains(kind)).toList();
    }

    private Map<String, Stage> namespaces() {
        var stages = new LinkedHashMap<String, Stage>();
        for (var name : Access.namespaces(wanted.objects())) {
            stages.put(
                    name,
                    cluster.get(ResourceKind.NAMESPACE.named(name))
                            .map(Observer::stage)
                            .orElse(Stage.ABSENT));
        }
        return stages;
    }

    private static Stage stage(KubeObject namespace) {
        return namespace.text("/metadata/deletionTimestamp") == null ? Stage.ACTIVE : Stage.TERMINATING;
    }

    private List<Pod> ownPods(Map<String, Stage> stages) {
        return stages.entrySet().stream()
                .filter(entry -> entry.getValue() != Stage.ABSENT)
                .flatMap(entry -> cluster.listAll(ListQuery.of(ResourceKind.POD).in(entry.getKey())).stream())
                .filter(pod -> demands.stream()
                        .anyMatch(demand -> !demand.podLabels().isEmpty()
                                && pod.labels()
                                        .entrySet()
                                        .containsAll(demand.podLabels().entrySet())))
                .filter(pod -> !List.of("Succeeded", "Failed").contains(pod.text("/status/phase", "")))
                .map(pod -> new Pod(
                        pod.text("/spec/nodeName"),
                        Amounts.podRequest(pod.at("/spec"), "cpu"),
                        Amounts.podRequest(pod.at("/spec"), "memory")))
                .toList();
    }

    private List<KubeObject> quotas(Map<String, Stage> stages) {
        return stages.entrySet().stream()
                .filter(entry -> entry.getValue() != Stage.ABSENT)
                .flatMap(
                        entry -> cluster
                                .listAll(ListQuery.of(ResourceKind.RESOURCE_QUOTA)
                                        .in(entry.getKey()))
                                .stream())
                .toList();
    }

    /** Reduces the answer to what a probe keeps: the refusal's words, if any. */
    static @Nullable String refusal(ApplyResult result) {
        return switch (result) {
            case ApplyResult.Applied _ -> null;
            case ApplyResult.Refused refused -> refused.refusal().message();
            case ApplyResult.Conflicted conflicted ->
                conflicted.conflicts().isEmpty()
                        ? ""
                        : conflicted.conflicts().getFirst().message();
        };
    }
}
