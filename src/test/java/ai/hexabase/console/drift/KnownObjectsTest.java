package ai.hexabase.console.drift;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.manifest.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownObjectsTest {
    private final InstallationId installation = InstallationId.random();
    private final List<String> changed = new ArrayList<>();
    private final KnownObjects known = new KnownObjects((id, ref) -> changed.add(ref.name()));

    private KubeObject web(int replicas, int ready) {
        return object("web", replicas, ready);
    }

    private KubeObject object(String name, int replicas, int ready) {
        return KubeObject.of(Yaml.read(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: %s
                  namespace: hexabase-system
                  uid: one
                  labels: {%s: %s}
                spec: {replicas: %d}
                status: {readyReplicas: %d}
                """.formatted(name, Names.INSTALLATION_LABEL, installation, replicas, ready), Yaml.Limits.OWN));
    }

    @Test
    void theFirstListIsOnlyRemembered() {
        known.list(List.of(web(3, 3)));
        assertThat(changed).isEmpty();
    }

    @Test
    void aChangeOfTheStatusAloneIsNotAskedAbout() {
        known.list(List.of(web(3, 3)));
        known.put(web(3, 2));
        assertThat(changed).isEmpty();
        known.put(web(4, 2));
        assertThat(changed).containsExactly("web");
    }

    @Test
    void whatWasMissedWhileTheWatchWasDownIsFoundInTheNextList() {
        known.list(List.of(web(3, 3), object("ui", 1, 1)));
        known.list(List.of(web(5, 3)));
        assertThat(changed).containsExactlyInAnyOrder("web", "ui");
    }

    @Test
    void anObjectThatGoesOrLosesItsMarksIsAskedAbout() {
        known.list(List.of(web(3, 3)));
        known.remove(web(3, 3).ref());
        known.put(web(3, 3));
        var tree = web(3, 3).tree();
        ((tools.jackson.databind.node.ObjectNode) tree.get("metadata")).remove("labels");
        known.put(KubeObject.of(tree));
        assertThat(changed).containsExactly("web", "web", "web");
    }

    @Test
    void soManyObjectsAreRememberedAndNoMore() {
        known.list(IntStream.range(0, KnownObjects.MOST + 500)
                .mapToObj(i -> object("web-" + i, 1, 1))
                .toList());
        assertThat(known.size()).isEqualTo(KnownObjects.MOST);
    }
}
