package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PodRequestsTest {
    @Test
    void addsUpContainers() {
        assertThat(cpu("containers: [%s, %s]".formatted(asks("100m"), asks("250m"))))
                .isEqualTo(350);
    }

    @Test
    void countsAContainerWithoutRequestsAsNothing() {
        assertThat(cpu("containers: [{name: x}, {resources: {}}, {resources: {limits: {cpu: 1}}}]"))
                .isZero();
    }

    @Test
    void takesTheLargestInitContainerWhenThatIsMore() {
        assertThat(cpu("initContainers: [%s, %s], containers: [%s]"
                        .formatted(asks("700m"), asks("200m"), asks("500m"))))
                .isEqualTo(700);
        assertThat(cpu("initContainers: [%s], containers: [%s]".formatted(asks("300m"), asks("500m"))))
                .isEqualTo(500);
    }

    @Test
    void addsSidecarsToWhatRunsAndToInitContainersAfterThem() {
        var sidecar = "{restartPolicy: Always, resources: {requests: {cpu: 100m}}}";
        assertThat(cpu("initContainers: [%s], containers: [%s]".formatted(sidecar, asks("500m"))))
                .isEqualTo(600);
        assertThat(cpu("initContainers: [%s, %s], containers: [%s]".formatted(sidecar, asks("900m"), asks("500m"))))
                .isEqualTo(1000);
        assertThat(cpu("initContainers: [%s, %s], containers: [%s]".formatted(asks("900m"), sidecar, asks("500m"))))
                .isEqualTo(900);
    }

    @Test
    void addsTheOverheadOfTheRuntime() {
        assertThat(cpu("overhead: {cpu: 250m, memory: 1Mi}, containers: [%s]".formatted(asks("500m"))))
                .isEqualTo(750);
    }

    @Test
    void prefersARequestOfTheWholePod() {
        assertThat(cpu("resources: {requests: {cpu: 2}}, containers: [%s]".formatted(asks("500m"))))
                .isEqualTo(2000);
    }

    @Test
    void readsMemoryInBytes() {
        assertThat(PodRequests.memoryBytes(spec("containers: [{resources: {requests: {memory: 64Mi}}}]")))
                .isEqualTo(64L * 1024 * 1024);
    }

    private static String asks(String cpu) {
        return "{name: x, resources: {requests: {cpu: %s}}}".formatted(cpu);
    }

    private static long cpu(String spec) {
        return PodRequests.cpuMillis(spec(spec));
    }

    private static PodRequests.PodSpec spec(String yaml) {
        return JsonMapper.shared()
                .treeToValue(Yaml.read("{" + yaml + "}", Yaml.Limits.STRICT), PodRequests.PodSpec.class);
    }
}
