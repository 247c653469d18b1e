package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a connection tells about a cluster and its objects. */
interface ReadingContract extends ContractGround {
    @Test
    default void tellsTheServersVersion() {
        var info = connection().serverInfo();
        assertThat(info.version()).matches("v\\d+\\.\\d+\\.\\d+.*").startsWith("v" + info.major() + "." + info.minor());
        assertThat(info.atLeast(1, 30)).isTrue();
        assertThat(info.platform()).contains("/");
    }

    @Test
    default void tellsWhatNodesHaveAndWhatPodsRequest() {
        eventually()
                .until(() -> connection().listAll(ListQuery.of(ResourceKind.POD)).stream()
                        .noneMatch(pod -> String.valueOf(pod.namespace()).startsWith("contract-")));
        var before = connection().capacity();
        assertThat(before.nodes()).isNotEmpty().allSatisfy(node -> {
            assertThat(node.name()).isNotBlank();
            assertThat(node.cpuMillis()).isPositive();
            assertThat(node.memoryBytes()).isPositive();
            assertThat(node.podSlots()).isPositive();
        });
        assertThat(before.nodes()).anyMatch(node -> node.ready() && node.schedulable() && node.zone() != null);
        assertThat(before.asOf())
                .isBetween(
                        Instant.now().minus(Duration.ofMinutes(5)),
                        Instant.now().plusSeconds(60));

        applied(Samples.deployment(namespace(), "asks", 3));
        eventually().untilAsserted(() -> {
            var nodes = connection().capacity().nodes();
            assertThat(requestedCpu(nodes)).isEqualTo(requestedCpu(before.nodes()) + 300);
            assertThat(nodes.stream()
                            .mapToLong(ClusterCapacity.Node::requestedMemoryBytes)
                            .sum())
                    .isEqualTo(before.nodes().stream()
                                    .mapToLong(ClusterCapacity.Node::requestedMemoryBytes)
                                    .sum()
                            + 3L * 64 * 1024 * 1024);
        });
    }

    private static long requestedCpu(List<ClusterCapacity.Node> nodes) {
        return nodes.stream()
                .mapToLong(ClusterCapacity.Node::requestedCpuMillis)
                .sum();
    }

    @Test
    default void tellsWhomTheServerSees() {
        assertThat(connection().whoAmI().username()).isNotBlank();
        assertThat(connection().whoAmI().groups()).contains("system:authenticated");
    }

    @Test
    default void answersAccessQuestionsInOrder() {
        var read = AccessQuestion.of("list", ResourceKind.CONFIG_MAP, namespace());
        var create = AccessQuestion.of("create", ResourceKind.CONFIG_MAP, namespace());
        var nodes = AccessQuestion.of("list", ResourceKind.NODE, null);
        var log = new AccessQuestion("get", "", "pods/log", namespace());
        var questions = List.of(create, read, nodes, log);

        var answers = cluster().readerOfConfigMaps().checkAccess(questions);
        assertThat(answers).extracting(AccessAnswer::question).isEqualTo(questions);
        assertThat(answers).extracting(AccessAnswer::allowed).containsExactly(false, true, false, false);

        assertThat(connection().checkAccess(questions)).allMatch(AccessAnswer::allowed);
        assertThat(connection().checkAccess(List.of())).isEmpty();
    }

    @Test
    default void knowsWhichKindsTheServerServes() {
        assertThat(connection().serves(ResourceKind.DEPLOYMENT)).isTrue();
        assertThat(connection().serves(ResourceKind.CONFIG_MAP)).isTrue();
        assertThat(connection().serves(nothing())).isFalse();
        assertThat(connection().serves(new ResourceKind("apps", "v1", "Nothing", "nothings", true)))
                .isFalse();
    }

    @Test
    default void getsAnObjectOrNothing() {
        applied(configMap("here", "k", "v"));
        var found = connection().get(configMapRef("here")).orElseThrow();
        assertThat(found.text("/data/k")).isEqualTo("v");
        assertThat(found.ref()).isEqualTo(configMapRef("here"));
        assertThat(found.uid()).isNotBlank();
        assertThat(found.resourceVersion()).isNotBlank();
        assertThat(connection().get(configMapRef("absent"))).isEmpty();
        assertThat(connection().get(ResourceKind.CONFIG_MAP.named("no-such-namespace", "x")))
                .isEmpty();
        assertThat(connection().get(nothing().named(namespace(), "x"))).isEmpty();
    }

    @Test
    default void listsPageByPage() {
        IntStream.range(0, 7).forEach(n -> applied(configMap("page-" + n, "n", "" + n)));
        var names = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        var query = configMaps().limit(3);
        var page = connection().list(query);
        while (sizes.size() < 10) {
            sizes.add(page.items().size());
            page.items().forEach(item -> names.add(item.name()));
            assertThat(page.resourceVersion()).isNotBlank();
            if (page.continueToken() == null) {
                break;
            }
            page = connection().list(query.continuing(page.continueToken()));
        }
        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(names).doesNotHaveDuplicates().hasSize(7);
        assertThat(connection().listAll(query)).hasSize(7).allMatch(item -> item.kind() == ResourceKind.CONFIG_MAP);
    }

    @Test
    default void listsByLabelAndByField() {
        applied(configMap("labelled", "k", "v"));
        applied(Samples.yaml("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {namespace: %s, name: other, labels: {colour: blue}}
                """.formatted(namespace())));
        var all = ListQuery.of(ResourceKind.CONFIG_MAP).in(namespace());
        assertThat(connection().listAll(all.labelled("contract=yes")))
                .extracting(KubeObject::name)
                .containsExactly("labelled");
        assertThat(connection().listAll(all.labelled("colour in (blue,red)")))
                .extracting(KubeObject::name)
                .containsExactly("other");
        assertThat(connection().listAll(all.labelled("colour,colour!=red")))
                .extracting(KubeObject::name)
                .containsExactly("other");
        assertThat(connection().listAll(all.fields("metadata.name=other")))
                .extracting(KubeObject::name)
                .containsExactly("other");
        assertThat(connection().listAll(all.labelled("colour=green"))).isEmpty();
    }

    @Test
    default void listsOverAllNamespaces() {
        applied(configMap("anywhere", "k", "v"));
        assertThat(connection().listAll(ListQuery.of(ResourceKind.CONFIG_MAP).labelled("contract=yes")))
                .anyMatch(object -> object.ref().equals(configMapRef("anywhere")));
    }

    @Test
    default void saysWhyAListIsRefused() {
        var pods = ListQuery.of(ResourceKind.POD).in(namespace());
        assertThatThrownBy(() -> cluster().readerOfConfigMaps().list(pods))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo(403);
                    assertThat(refused.refusal().reason()).isEqualTo("Forbidden");
                    assertThat(refused.refusal().message()).contains("pods").contains("forbidden");
                });
        assertThatThrownBy(() -> connection().list(ListQuery.of(nothing())))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(404));
    }

    private static ResourceKind nothing() {
        return new ResourceKind("nothing.example.com", "v1", "Nothing", "nothings", true);
    }
}
