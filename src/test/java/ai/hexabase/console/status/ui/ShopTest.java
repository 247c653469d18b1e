package ai.hexabase.console.status.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Screens of what runs in the namespace {@code shop} of a practice cluster. */
abstract class ShopTest extends ScreenTest {
    @Autowired
    Clusters clusters;

    RegisteredCluster cluster;

    /** For the beginning of each test: the cluster with the empty namespace. */
    void open(String name) {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        cluster = clusters.registerPractice(
                name, Site.UNKNOWN, clusters.practiceShapes().getFirst());
        apply("{apiVersion: v1, kind: Namespace, metadata: {name: shop}}");
    }

    @AfterEach
    void forget() {
        clusters.find(cluster.id()).ifPresent(known -> clusters.remove(known.id()));
    }

    void apply(String yaml) {
        var object = KubeObject.of(Yaml.read(yaml, Yaml.Limits.OWN));
        assertThat(clusters.connection(cluster.id()).apply(object, ApplyOptions.REAL))
                .isInstanceOf(ApplyResult.Applied.class);
    }

    void web(int replicas) {
        apply("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: shop}
                spec:
                  replicas: %d
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec:
                      containers:
                      - {name: web, image: registry.example/web:1.4, resources: {requests: {cpu: 10m, memory: 16Mi}}}
                """.formatted(replicas));
    }
}
