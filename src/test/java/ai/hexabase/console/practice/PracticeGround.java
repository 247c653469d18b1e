package ai.hexabase.console.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.test.HandClock;
import java.time.Duration;
import java.util.List;

/** A practice cluster whose time is moved by hand, with a namespace {@code shop}. */
final class PracticeGround {
    static final String SHOP = "shop";

    final HandClock clock = new HandClock();
    final PracticeCluster cluster;
    final ClusterConnection connection;

    PracticeGround(PracticeSite site) {
        this(site, "ground", PracticeMemory.NONE);
    }

    PracticeGround(PracticeSite site, String name, PracticeMemory memory) {
        cluster = new PracticeCluster(name, site, clock, 1, memory);
        connection = cluster.connect(PracticeUser.ADMINISTRATOR, Duration.ofMillis(200));
        applied("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
        pass(1);
    }

    static PracticeGround threeNodes() {
        return new PracticeGround(PracticeSite.READY_MADE.getFirst());
    }

    /** Lets that many seconds pass, one by one. */
    void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            clock.pass(Duration.ofSeconds(1));
            cluster.tick();
        }
    }

    static KubeObject yaml(String text) {
        return KubeObject.of(Yaml.read(text, Yaml.Limits.OWN));
    }

    KubeObject applied(String text) {
        return applied(yaml(text));
    }

    KubeObject applied(KubeObject object) {
        var result = connection.apply(object, ApplyOptions.REAL);
        assertThat(result).as("%s", object).isInstanceOf(ApplyResult.Applied.class);
        return ((ApplyResult.Applied) result).object();
    }

    ApplyResult apply(String text) {
        return connection.apply(yaml(text), ApplyOptions.REAL);
    }

    KubeObject get(ObjectRef ref) {
        return connection.get(ref).orElseThrow();
    }

    KubeObject deployment(String name) {
        return get(ResourceKind.DEPLOYMENT.named(SHOP, name));
    }

    List<KubeObject> list(ResourceKind kind) {
        return connection.listAll(ListQuery.of(kind).in(SHOP));
    }

    /** Pods that are not on their way out. */
    List<KubeObject> pods() {
        return list(ResourceKind.POD).stream()
                .filter(pod -> pod.text("/metadata/deletionTimestamp") == null)
                .toList();
    }

    List<String> events(String reason) {
        return list(ResourceKind.EVENT).stream()
                .filter(event -> reason.equals(event.text("/reason")))
                .map(event -> event.text("/message", ""))
                .toList();
    }

    /** A Deployment {@code web} whose pods pass {@code restricted}. */
    static String web(int replicas, String image) {
        return web(replicas, image, "requests: {cpu: 100m, memory: 64Mi}");
    }

    static String web(int replicas, String image, String resources) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {namespace: shop, name: web}
                spec:
                  replicas: %d
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                      containers:
                        - name: main
                          image: "%s"
                          resources: {%s}
                          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
                """.formatted(replicas, image, resources);
    }
}
