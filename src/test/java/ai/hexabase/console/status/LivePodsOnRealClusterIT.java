package ai.hexabase.console.status;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.PodBehaviour;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
@RealClusters
class LivePodsOnRealClusterIT {
    @Autowired
    Clusters clusters;

    @Autowired
    Kubeconfigs kubeconfigs;

    @Autowired
    LivePods pods;

    @Autowired
    LiveObjects objects;

    private final AtomicReference<Snapshot<PodRow>> seen = new AtomicReference<>();
    private RegisteredCluster cluster;
    private Clusters.Subscription watching;

    @BeforeEach
    void look(FleetCluster real) {
        var config = kubeconfigs.read(real.kubeconfig());
        cluster = clusters.register("tokyo-prod-1", Site.UNKNOWN, config.access(real.name()));
        real.tryKubectl("create", "namespace", "shop");
        watching = objects.watch(LiveKind.PODS, new LiveScope(cluster.id(), "shop"), seen::set);
    }

    @AfterEach
    void leave(FleetCluster real) {
        watching.close();
        clusters.remove(cluster.id());
        real.resetNamespaces();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(90));
    }

    private List<PodRow> rows() {
        var snapshot = seen.get();
        return snapshot == null ? List.of() : snapshot.rows();
    }

    private void until(Predicate<List<PodRow>> condition) {
        eventually().until(() -> condition.test(rows()));
    }

    private static void deploy(FleetCluster real, String name, int replicas) {
        real.apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, namespace: shop}
                spec:
                  replicas: %2$d
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec:
                      containers:
                      - {name: web, image: registry.example/web:1.4, resources: {requests: {cpu: 10m, memory: 16Mi}}}
                """.formatted(name, replicas));
    }

    @Test
    void podsAreToldAsTheyComeAndGoWithWorkloadNodeAndZone(FleetCluster real) {
        deploy(real, "web", 3);
        until(rows -> rows.size() == 3 && rows.stream().allMatch(PodRow::isReady));
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.workload()).isEqualTo(new Workload("Deployment", "web"));
            assertThat(row.node()).isNotBlank();
            assertThat(row.reason().plain().key()).isEqualTo("status.pod.running");
        });
        until(rows -> rows.stream().allMatch(row -> row.zone() != null));
        real.kubectl("scale", "deployment/web", "-n", "shop", "--replicas=1");
        until(rows -> rows.size() == 1);
        assertThat(seen.get().reachability()).isInstanceOf(Reachability.Live.class);
    }

    @Test
    void whatIsWrongWithAPodIsToldInPlainWords(FleetCluster real) {
        real.behave("shop", PodBehaviour.CRASH_LOOP);
        deploy(real, "web", 1);
        until(rows -> rows.stream()
                .anyMatch(row -> row.restarts() > 0
                        && row.reason().health() == Health.FAILED
                        && row.reason().plain().key().equals("status.pod.crash-loop")));
        assertThat(logBeforeTheRestart(rows().getFirst())).isNotEmpty();
        real.behave("shop", PodBehaviour.IMAGE_PULL_ERROR);
        deploy(real, "broken", 1);
        until(rows -> rows.stream()
                .anyMatch(row -> row.workload().name().equals("broken")
                        && row.reason().plain().key().startsWith("status.pod.image")
                        && row.reason().plain().args().contains("registry.example/web:1.4")));
    }

    @Test
    void whatTheSchedulerTheQuotaAndPodSecuritySayIsToldInPlainWords(FleetCluster real) {
        real.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: huge, namespace: shop}
                spec: {containers: [{name: web, image: 'registry.example/web:1.4', resources: {requests: {cpu: 9000}}}]}
                """);
        until(rows -> rows.stream().anyMatch(row -> row.reason().plain().key().equals("status.pod.no-cpu")));
        var words = rows().getFirst().reason().words();
        assertThat(words).isNotNull();
        var nodes = real.kubectl("get", "nodes", "-o", "name").lines().count();
        var scheduler = SchedulerWords.read(words).orElseThrow();
        assertThat(scheduler.reasons()).extracting(SchedulerWords.Clause::key).contains("no-cpu");
        assertThat(scheduler.reasons().stream()
                        .mapToInt(SchedulerWords.Clause::nodes)
                        .sum())
                .isEqualTo((int) nodes);
        assertThat(scheduler.preemption()).isPresent();

        real.apply("""
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: team, namespace: shop}
                spec: {hard: {pods: "1"}}
                """);
        deploy(real, "web", 1);
        real.kubectl("create", "namespace", "strict");
        real.kubectl("label", "namespace", "strict", "pod-security.kubernetes.io/enforce=restricted");
        real.apply("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: strict}
                spec:
                  serviceName: db
                  selector: {matchLabels: {app: db}}
                  template:
                    metadata: {labels: {app: db}}
                    spec: {containers: [{name: db, image: 'registry.example/db:18'}]}
                """);
        eventually().untilAsserted(() -> assertThat(keptOut("shop")).contains("status.pod.kept-out-quota"));
        eventually().untilAsserted(() -> assertThat(keptOut("strict")).contains("status.pod.kept-out-security"));
    }

    private List<String> keptOut(String namespace) {
        var events = ListQuery.of(ResourceKind.EVENT).in(namespace).fields("reason=FailedCreate");
        return clusters.connection(cluster.id()).listAll(events).stream()
                .map(event -> EventWords.explain(PodEvent.of(event))
                        .orElseThrow()
                        .plain()
                        .key())
                .toList();
    }

    private List<String> logBeforeTheRestart(PodRow pod) {
        var lines = new CopyOnWriteArrayList<String>();
        var ended = new CompletableFuture<Optional<Problem>>();
        var listener = new LogListener() {
            @Override
            public void line(String line) {
                lines.add(line);
            }

            @Override
            public void ended(@Nullable Problem why) {
                ended.complete(Optional.ofNullable(why));
            }
        };
        pods.log(pod, new LogOptions("web", false, true, 10), listener);
        assertThat(ended.orTimeout(30, TimeUnit.SECONDS).join()).isEmpty();
        return lines;
    }

    @Test
    void livePodsSurviveARestartOfTheApiServerWithNothingLostOrInvented(FleetCluster real) {
        deploy(real, "web", 3);
        until(rows -> rows.stream().filter(PodRow::isReady).count() == 3);
        real.crash();
        eventually().until(() -> !seen.get().reachability().isLive());
        assertThat(rows()).as("rows are kept while the cluster is silent").hasSize(3);
        real.restart();
        eventually().until(() -> seen.get().reachability().isLive());
        real.kubectl("scale", "deployment/web", "-n", "shop", "--replicas=5");
        assertSoonAsKubectlSees(real, 5);
    }

    @Test
    void whateverHappensToTheApiServerThePodsOnTheScreenAreInTheEndThoseThatThereAre(FleetCluster real) {
        try (var proxy = real.apiProxy()) {
            var token = real.serviceAccountKubeconfig("default", "watcher", "cluster-admin");
            var credentials = kubeconfigs.read(token).access(real.name()).credentials();
            clusters.replaceCredentials(cluster.id(), KubeAccess.of(proxy.url(), real.authority(), credentials));
            deploy(real, "web", 2);
            until(rows -> rows.stream().filter(PodRow::isReady).count() == 2);
            List<Runnable> troubles = List.of(
                    () -> proxy.answer(429, Map.of("Retry-After", "2"), "Too many requests"),
                    () -> proxy.answer(503, Map.of(), ""),
                    () -> proxy.answer(200, Map.of("Content-Type", "text/html"), "<html>Sign in"),
                    () -> proxy.answer(200, Map.of("Content-Type", "application/json"), "{\"items\":[{\"meta"),
                    () -> proxy.answerWithoutEnd(" "));
            for (int i = 0; i < troubles.size(); i++) {
                troubles.get(i).run();
                eventually().until(() -> !seen.get().reachability().isLive());
                assertThat(rows()).as("rows are kept").hasSize(2 + i);
                real.kubectl("scale", "deployment/web", "-n", "shop", "--replicas=" + (3 + i));
                proxy.forward();
                assertSoonAsKubectlSees(real, 3 + i);
                eventually().until(() -> seen.get().reachability().isLive());
            }
            real.compactHistory();
            real.kubectl("delete", "pods", "--all", "-n", "shop", "--wait=false");
            real.restart();
            assertSoonAsKubectlSees(real, 7);
        }
    }

    private void assertSoonAsKubectlSees(FleetCluster real, int count) {
        eventually()
                .untilAsserted(
                        () -> assertThat(shown()).isEqualTo(seenByKubectl(real)).hasSize(count));
    }

    private Map<String, Boolean> shown() {
        return rows().stream().collect(Collectors.toMap(PodRow::name, PodRow::isReady));
    }

    /** Each pod and whether it is ready. */
    private static Map<String, Boolean> seenByKubectl(FleetCluster real) {
        var columns = "custom-columns=:.metadata.name,:.status.conditions[?(@.type=='Ready')].status";
        return real.kubectl("get", "pods", "-n", "shop", "--no-headers", "-o", columns)
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .collect(Collectors.toMap(line -> line[0], line -> line[1].equals("True")));
    }

    @Test
    void onePodIsShownInDepthWithEventsAndItsLogFollowed(FleetCluster real) {
        deploy(real, "web", 1);
        until(rows -> rows.size() == 1 && rows.getFirst().isReady());
        var row = rows().getFirst();
        var details = pods.details(row).orElseThrow();
        assertThat(details.containers()).singleElement().satisfies(container -> {
            assertThat(container.name()).isEqualTo("web");
            assertThat(container.requests()).isEqualTo("10m, 16Mi");
        });
        assertThat(details.yaml()).startsWith("apiVersion: v1\nkind: Pod").doesNotContain("managedFields");

        var events = new AtomicReference<List<PodEvent>>(List.of());
        var lines = new CopyOnWriteArrayList<String>();
        var log = new AtomicReference<>(follow(row, lines));
        try (var watch = objects.events(row, events::set)) {
            eventually().untilAsserted(() -> {
                assertThat(events.get()).extracting(PodEvent::reason).contains("Scheduled");
                assertThat(watch).isNotNull();
            });
            eventually().untilAsserted(() -> {
                // Right after the fleet's start the API server may not know the simulated node's address yet.
                if (lines.stream().anyMatch(line -> line.startsWith("ended"))) {
                    lines.clear();
                    log.set(follow(row, lines));
                }
                // All containers share one log; other tests may have said more than its first lines.
                assertThat(lines).anyMatch(line -> !line.startsWith("ended"));
            });
            eventually().until(() -> {
                // The simulated kubelet notices what is written after it has begun to wait; real ones notice all.
                real.containersSay("V118 done, 17 of 23");
                return lines.stream().anyMatch(line -> line.endsWith("V118 done, 17 of 23"));
            });
        } finally {
            log.get().close();
        }
    }

    @Test
    void theLogsOfAWorkloadGoOnThroughARollingUpdateAndARestartOfTheApiServer(FleetCluster real) {
        deploy(real, "web", 2);
        until(rows -> rows.size() == 2 && rows.stream().allMatch(PodRow::isReady));
        var lines = new CopyOnWriteArrayList<LogEntry>();
        var overview = new AtomicReference<LogAudience.Overview>();
        var wish = new LogWish(cluster.id(), "shop", new Workload("Deployment", "web"), Set.of(), false, null);
        try (var logs = pods.logs(wish, audience(lines, overview))) {
            assertThat(logs).isNotNull();
            eventually().until(() -> podsThatSaid(lines, "ready").size() == 2);
            var before = podsThatSaid(lines, "ready");
            real.kubectl("set", "env", "deployment/web", "-n", "shop", "V=2");
            eventually()
                    .until(() -> podsThatSaid(lines, "ready").stream()
                                    .filter(pod -> !before.contains(pod))
                                    .count()
                            == 2);
            assertThat(lines).anyMatch(line -> marks(line, "status.logs.mark.joined"));
            eventually()
                    .until(() -> overview.get().logs().stream()
                                    .filter(log -> log.phase() == LogState.Phase.FOLLOWING)
                                    .count()
                            >= 2);
            real.crash();
            eventually()
                    .until(() -> lines.stream()
                            .anyMatch(line ->
                                    marks(line, "status.logs.mark.broke") || marks(line, "status.logs.mark.ended")));
            real.restart();
            eventually().until(() -> {
                real.containersSay("V119 after the restart");
                return podsThatSaid(lines, "V119 after the restart").size() == 2;
            });
            assertThat(lines).anyMatch(line -> marks(line, "status.logs.mark.again"));
        }
    }

    private static boolean marks(LogEntry line, String key) {
        return line.mark() != null && line.mark().key().equals(key);
    }

    private static Set<String> podsThatSaid(List<LogEntry> lines, String text) {
        return lines.stream()
                .filter(line -> line.text().endsWith(text))
                .map(line -> line.origin().pod())
                .collect(Collectors.toSet());
    }

    private static LogAudience audience(List<LogEntry> lines, AtomicReference<LogAudience.Overview> overview) {
        return new LogAudience() {
            @Override
            public void entry(LogEntry entry) {
                lines.add(entry);
            }

            @Override
            public void overview(Overview now) {
                overview.set(now);
            }
        };
    }

    private Clusters.Subscription follow(PodRow row, List<String> lines) {
        return pods.log(row, new LogOptions("web", true, false, 10), new LogListener() {
            @Override
            public void line(String line) {
                lines.add(line);
            }

            @Override
            public void ended(@Nullable Problem problem) {
                lines.add("ended: " + problem);
            }
        });
    }
}
