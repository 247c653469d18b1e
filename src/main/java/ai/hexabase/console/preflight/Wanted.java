package ai.hexabase.console.preflight;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to stand on the cluster.
 *
 * @param objects as they will be applied, in order
 * @param deletions what will be deleted
 * @param ownLabels labels that mark an object as part of this installation
 */
public record Wanted(List<KubeObject> objects, Set<ObjectRef> deletions, Map<String, String> ownLabels) {
    public Wanted {
        objects = List.copyOf(objects);
        deletions = Set.copyOf(deletions);
        ownLabels = Map.copyOf(ownLabels);
    }

    boolean owns(KubeObject live) {
        return live.labels().entrySet().containsAll(ownLabels.entrySet());
    }
}
