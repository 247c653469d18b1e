package ai.hexabase.console.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The real node keeps its promises, so that the tests standing on it mean something. */
@OnRealNode(databaseOperator = true)
class RealNodeIT {
    private static final Duration SOON = Duration.ofMinutes(3);

    private final RealNode node;

    RealNodeIT(RealNode node) {
        this.node = node;
    }

    @Test
    void podsFindServicesByNameAndSpeakWithThem() {
        node.kubectl("create", "namespace", "talk");
        node.apply(pod(
                "talk",
                "web",
                "fleet/busybox:1",
                "mkdir /tmp/w; echo hello >/tmp/w/index.html; httpd -f -p 8080 -h /tmp/w"));
        node.kubectl("label", "pod", "web", "--namespace=talk", "app=web");
        node.kubectl("create", "service", "nodeport", "web", "--tcp=80:8080", "--namespace=talk");
        node.apply(pod(
                "talk",
                "visitor",
                "fleet/busybox:1",
                "until wget -q -O - http://web.talk.svc.cluster.local; do sleep 1; done; sleep 600"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(node.tryKubectl("logs", "visitor", "--namespace=talk")
                                .output())
                        .endsWith("hello\n"));
        assertThat(node.kubectl("exec", "web", "--namespace=talk", "--", "cat", "/tmp/w/index.html"))
                .isEqualTo("hello\n");
    }

    @Test
    void privateImagesArePulledWithTheSecretOnly() {
        node.kubectl("create", "namespace", "private");
        node.apply(pod("private", "stranger", "private.test/fleet/busybox:1", "sleep 600"));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(waiting("private", "stranger")).matches("ErrImagePull|ImagePullBackOff"));
        node.pullSecret("private", "key");
        node.kubectl(
                "patch",
                "serviceaccount",
                "default",
                "--namespace=private",
                "--patch={\"imagePullSecrets\":[{\"name\":\"key\"}]}");
        node.apply(pod("private", "friend", "private.test/fleet/busybox:1", "sleep 600"));
        node.kubectl("wait", "pod/friend", "--namespace=private", "--for=condition=Ready", "--timeout=60s");
    }

    @Test
    void aContainerThatTakesTooMuchMemoryIsKilled() {
        node.kubectl("create", "namespace", "hungry");
        node.apply(pod("hungry", "eater", "hexabase/control-plane:1.6.2-eats-memory", null)
                .replace("    image:", "    resources: {limits: {memory: 64Mi}}\n    image:"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                node.kubectl("get", "pod", "eater", "--namespace=hungry", "-o", "jsonpath={..reason}"))
                        .contains("OOMKilled"));
    }

    @Test
    void aDatabaseSurvivesAPowerCutWithItsData() {
        node.kubectl("create", "namespace", "data");
        node.apply("""
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {name: shop, namespace: data}
            spec:
              instances: 1
              storage: {size: 1Gi}
            """);
        awaitDatabase();
        node.kubectl(
                "exec",
                "shop-1",
                "--namespace=data",
                "--container=postgres",
                "--",
                "psql",
                "--command=create table kept as select 42");
        node.cutPower();
        assertThat(node.tryKubectl("get", "nodes", "--request-timeout=3s").ok()).isFalse();
        node.powerOn();
        awaitDatabase();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(node.tryKubectl(
                                        "exec",
                                        "shop-1",
                                        "--namespace=data",
                                        "--container=postgres",
                                        "--",
                                        "psql",
                                        "--tuples-only",
                                        "--command=table kept")
                                .output()
                                .strip())
                        .isEqualTo("42"));
    }

    @Test
    void theHostsNetworkAndFoldersStayAsTheyWere() throws IOException {
        try (Stream<Path> links = Files.list(Path.of("/sys/class/net"))) {
            assertThat(links.map(link -> link.getFileName().toString())).doesNotContain("node0", "port0");
        }
        assertThat(node.inside("/usr/sbin/ip", "-brief", "link").output()).contains("node0", "port0");
        assertThat(List.of(
                        "/etc/cni",
                        "/opt/containerd",
                        "/opt/cni",
                        "/var/lib/kubelet",
                        "/var/lib/containerd",
                        "/run/containerd"))
                .allMatch(folder -> !Files.exists(Path.of(folder)));
    }

    private void awaitDatabase() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(node.tryKubectl(
                                        "get",
                                        "pod",
                                        "shop-1",
                                        "--namespace=data",
                                        "-o",
                                        "jsonpath={.status.conditions[?(@.type==\"Ready\")].status}")
                                .output())
                        .isEqualTo("True"));
    }

    private String waiting(String namespace, String pod) {
        return node.kubectl(
                "get",
                "pod",
                pod,
                "--namespace=" + namespace,
                "-o",
                "jsonpath={.status.containerStatuses[0].state.waiting.reason}");
    }

    private static String pod(String namespace, String name, String image, String script) {
        String command = script == null ? "" : "    command: [sh, -c, \"" + script + "\"]\n";
        return """
            apiVersion: v1
            kind: Pod
            metadata: {name: %2$s, namespace: %1$s}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
              - name: main
                image: %3$s
            """.formatted(namespace, name, image) + command;
    }
}
