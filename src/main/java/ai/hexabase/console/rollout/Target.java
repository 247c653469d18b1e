package ai.hexabase.console.rollout;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldDecision;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.manifest.RenderedObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one revision wants to stand on which cluster. Holds secret values: never stored, never shown.
 *
 * @param latestRevision the newest one the installation has
 * @param decisions of the revision about contested fields
 */
record Target(
        String installationName,
        int latestRevision,
        ClusterId cluster,
        String clusterName,
        List<RenderedObject> rendered,
        List<FieldDecision> decisions) {
    private static final String PART_OF = "applyset.kubernetes.io/part-of";

    Target {
        rendered = List.copyOf(rendered);
        decisions = List.copyOf(decisions);
    }

    /** The same with one decision more, or another one. */
    Target deciding(FieldDecision decision) {
        var all = decisions.stream().filter(each -> !each.claim().equals(decision.claim()));
        return new Target(
                installationName,
                latestRevision,
                cluster,
                clusterName,
                rendered,
                Stream.concat(all, Stream.of(decision)).toList());
    }

    /** The decisions by the key of their claim. */
    Map<String, Decision> decided() {
        return decisions.stream().collect(Collectors.toMap(each -> each.claim().key(), FieldDecision::decision));
    }

    List<KubeObject> objects() {
        return rendered.stream().map(RenderedObject::object).toList();
    }

    Set<ObjectRef> refs() {
        return rendered.stream().map(each -> each.object().ref()).collect(Collectors.toSet());
    }

    Optional<KubeObject> object(ObjectRef ref) {
        return rendered.stream()
                .map(RenderedObject::object)
                .filter(object -> object.ref().equals(ref))
                .findFirst();
    }

    /** Labels that all objects share: by them the installation knows its own. */
    Map<String, String> ownLabels() {
        return shared(objects());
    }

    /** Labels that all applied objects share but nothing else carries: what an operator derives from them lacks these. */
    Map<String, String> memberLabels() {
        return shared(objects().stream()
                .filter(object -> object.labels().containsKey(PART_OF))
                .toList());
    }

    private static Map<String, String> shared(List<KubeObject> objects) {
        if (objects.isEmpty()) {
            return Map.of();
        }
        var shared = new HashMap<>(objects.getFirst().labels());
        objects.forEach(object -> shared.entrySet().retainAll(object.labels().entrySet()));
        return Map.copyOf(shared);
    }

    @Override
    public String toString() {
        return installationName + " on " + clusterName;
    }
}
