package ai.hexabase.console.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.DeleteResult;
import ai.hexabase.console.kube.ExecListener;
import ai.hexabase.console.kube.ExecOptions;
import ai.hexabase.console.kube.ExecSession;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.Identity;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.kube.LogStream;
import ai.hexabase.console.kube.ObjectPage;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ObjectWatch;
import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.ServerInfo;
import ai.hexabase.console.kube.WatchListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shelf of objects whose status the test sets to the second, for what a real cluster does only after minutes; all
 * else is proved on real ones.
 */
final class ScriptedCluster implements ClusterConnection {
    final Map<ObjectRef, KubeObject> objects = new LinkedHashMap<>();
    /** When the cluster says that anything was deleted which cannot go yet. */
    static final String DELETED_AT = "2026-11-24T12:00:00Z";

    final List<String> applied = new ArrayList<>();
    /** Objects that got an annotation from another manager. */
    final List<String> touched = new ArrayList<>();

    final List<String> deleted = new ArrayList<>();
    ConnectionFailed.Kind away;
    Refusal refusal;
    final List<FieldConflict> contested = new ArrayList<>();
    ObjectRef contestedObject;
    /** Cannot be changed while it stands there. */
    ObjectRef fixed;
    /** Deleted objects stay for now, marked. */
    boolean lingering;

    /** Names with how their dependants were dealt with. */
    final List<String> deletions = new ArrayList<>();

    private void answer() {
        if (away != null) {
            throw new ConnectionFailed(away, "https://cluster", "no answer", null);
        }
    }

    /** Gives the object a status, in YAML flow style. */
    void status(ObjectRef ref, String status) {
        var tree = objects.get(ref).tree();
        tree.set("status", ai.hexabase.console.kube.Yaml.read(status, ai.hexabase.console.kube.Yaml.Limits.OWN));
        objects.put(ref, KubeObject.of(tree));
    }

    void put(KubeObject object) {
        objects.put(object.ref(), object);
    }

    @Override
    public ApplyResult apply(KubeObject object, ApplyOptions options) {
        answer();
        if (refusal != null) {
            return new ApplyResult.Refused(refusal, List.of());
        }
        var conflicts = contested.stream()
                .filter(each -> object.ref().equals(contestedObject))
                .filter(each -> each.manager().equals("helm") || FieldPaths.remove(object.tree(), each.field()))
                .toList();
        if (!options.force() && !conflicts.isEmpty()) {
            return new ApplyResult.Conflicted(conflicts, List.of());
        }
        var before = objects.get(object.ref());
        if (!options.manager().equals(FIELD_MANAGER)) {
            return annotated(Objects.requireNonNull(before), object);
        }
        if (before != null && object.ref().equals(fixed)) {
            var cause = new Refusal.Cause("data", "Forbidden: field is immutable when `immutable` is set");
            return new ApplyResult.Refused(new Refusal(422, "Invalid", "no", List.of(cause)), List.of());
        }
        var tree = object.tree();
        if (before != null && before.tree().get("status") != null) {
            tree.set("status", before.tree().get("status"));
        }
        if (!options.dryRun()) {
            applied.add(object.name());
            objects.put(object.ref(), KubeObject.of(tree));
        }
        return new ApplyResult.Applied(KubeObject.of(tree), List.of());
    }

    /** Another manager brings nothing but annotations. */
    private ApplyResult annotated(KubeObject before, KubeObject object) {
        assertThat(object.uid()).isEqualTo(before.uid());
        var tree = before.tree();
        tree.withObject("/metadata/annotations").setAll((ObjectNode) object.at("/metadata/annotations"));
        touched.add(object.name());
        objects.put(object.ref(), KubeObject.of(tree));
        return new ApplyResult.Applied(KubeObject.of(tree), List.of());
    }

    @Override
    public Optional<KubeObject> get(ObjectRef ref) {
        answer();
        return Optional.ofNullable(objects.get(ref));
    }

    @Override
    public ObjectPage list(ListQuery query) {
        answer();
        var labels = query.labelSelector() == null
                ? List.<String>of()
                : List.of(query.labelSelector().split(","));
        var found = objects.values().stream()
                .filter(object -> object.kind().equals(query.kind()))
                .filter(object -> labels.stream()
                        .allMatch(label -> label.equals(
                                label.split("=")[0] + "=" + object.labels().get(label.split("=")[0]))))
                .toList();
        return new ObjectPage(found, "1", null, null);
    }

    @Override
    public DeleteResult delete(ObjectRef ref, DeleteOptions options) {
        answer();
        deleted.add(ref.name());
        if (lingering) {
            var tree = objects.get(ref).tree();
            tree.withObject("/metadata").put("deletionTimestamp", "2026-11-25T00:00:00Z");
            objects.put(ref, KubeObject.of(tree));
            return new DeleteResult.Deleted();
        }
        var object = objects.get(ref);
        if (object == null) {
            return new DeleteResult.Absent();
        }
        deletions.add(ref.name() + " " + options.propagation());
        if (object.at("/metadata/finalizers").isEmpty()) {
            objects.remove(ref);
        } else {
            var tree = object.tree();
            tree.withObject("/metadata").put("deletionTimestamp", DELETED_AT);
            objects.put(ref, KubeObject.of(tree));
        }
        return new DeleteResult.Deleted();
    }

    @Override
    public Set<ResourceKind> served(Collection<ResourceKind> kinds) {
        answer();
        return Set.copyOf(kinds);
    }

    @Override
    public ServerInfo serverInfo() {
        answer();
        return new ServerInfo("v1.34.0", 1, 34, "linux/amd64");
    }

    @Override
    public ClusterCapacity capacity() {
        answer();
        var node = new ClusterCapacity.Node("a", null, true, true, 64000, 1L << 40, 110, 0, 0, 0, Map.of());
        return new ClusterCapacity(List.of(node), Instant.EPOCH);
    }

    @Override
    public Identity whoAmI() {
        answer();
        return new Identity("admin", List.of());
    }

    @Override
    public List<AccessAnswer> checkAccess(List<AccessQuestion> questions) {
        answer();
        return questions.stream()
                .map(asked -> new AccessAnswer(asked, true, null))
                .toList();
    }

    @Override
    public ApplyResult dryRunCreate(KubeObject object) {
        answer();
        return new ApplyResult.Applied(object, List.of());
    }

    @Override
    public ObjectWatch watch(ListQuery query, WatchListener listener) {
        return () -> {};
    }

    @Override
    public LogStream logs(ObjectRef pod, LogOptions options, LogListener listener) {
        return () -> {};
    }

    @Override
    public ExecSession exec(ObjectRef pod, ExecOptions options, ExecListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
