package ai.hexabase.console.drift;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.Yaml;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class ManagedFieldsTest {
    private static final ManagedFields FIELDS = new ManagedFields(Yaml.read("""
            - manager: hexabase-console
              operation: Apply
              time: "2026-11-24T14:00:00Z"
              fieldsV1: {f:spec: {f:paused: {}, f:selector: {}}}
            - manager: kube-controller-manager
              operation: Update
              subresource: scale
              time: "2026-11-24T14:05:00Z"
              fieldsV1: {f:spec: {f:replicas: {}}}
            - manager: kube-controller-manager
              operation: Update
              subresource: status
              time: "2026-11-24T14:09:00Z"
              fieldsV1: {f:status: {f:replicas: {}}}
            - manager: kubectl-edit
              operation: Update
              time: "2026-11-24T14:07:00Z"
              fieldsV1:
                f:spec: {f:containers: {'k:{"name":"main"}': {f:image: {}}}}
            """, Yaml.Limits.OWN));
    private static final FieldPath SPEC = FieldPath.ROOT.field("spec");

    @Test
    void theManagerOfAFieldIsToldWithItsSubresourceAndTime() {
        assertThat(FIELDS.owner(SPEC.field("replicas")))
                .contains(new FieldOwner(
                        "kube-controller-manager", "Update", "scale", Instant.parse("2026-11-24T14:05:00Z")));
    }

    @Test
    void itemsOfListsAreFoundByTheirKeys() {
        var main = JsonMapper.shared().createObjectNode().put("name", "main");
        var other = JsonMapper.shared().createObjectNode().put("name", "other");
        var containers = SPEC.field("containers");
        assertThat(FIELDS.owner(containers.item(main).field("image"))
                        .orElseThrow()
                        .manager())
                .isEqualTo("kubectl-edit");
        assertThat(FIELDS.owner(containers.item(other).field("image"))).isEmpty();
    }

    @Test
    void whoOwnsAWholeOwnsItsParts() {
        assertThat(FIELDS.owner(SPEC.field("selector").field("app"))
                        .orElseThrow()
                        .manager())
                .isEqualTo("hexabase-console");
    }

    @Test
    void nobodyOwnsWhatWasRemoved() {
        assertThat(FIELDS.owner(SPEC.field("strategy"))).isEmpty();
        assertThat(new ManagedFields(MissingNode.getInstance()).owner(SPEC)).isEmpty();
    }

    @Test
    void theLastOtherManagerIsNeitherTheConsoleNorWhoeverWritesTheStatus() {
        assertThat(FIELDS.lastOther().orElseThrow().manager()).isEqualTo("kubectl-edit");
    }
}
