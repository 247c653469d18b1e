package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.RenderedObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a target with its cluster by dry runs; stores nothing there.
 *
 * <p>A dry run does not keep the namespace it creates, so objects of a namespace that does not exist yet are judged in
 * {@code default}, and their entries say so.
 */
final class Planner {
    private static final String STAND_IN = "default";

    private final ClusterConnection cluster;
    private final Target target;
    private final BiFunction<KubeObject, PlanEntry, Effective> effective;
    private final Map<String, Boolean> namespaces = new HashMap<>();
    private final Map<ResourceKind, Boolean> served = new HashMap<>();

    /** @param decisions by {@link PlanEntry#key()} */
    Planner(ClusterConnection cluster, Target target, Map<String, Decision> decisions) {
        this.cluster = cluster;
        this.target = target;
        this.effective = (object, entry) -> Effective.of(object, entry, decisions.get(entry.key()));
    }

    record Outcome(List<PlanEntry> entries, Plan.Fingerprint fingerprint) {}

    Outcome compare(int revision) {
        var entries = new ArrayList<PlanEntry>();
        var live = new HashMap<String, String>();
        for (var gone : Deletions.find(cluster, target)) {
            var entry = deletion(gone);
            entries.add(entry);
            live.put(entry.key(), Hashes.live(gone));
        }
        for (var rendered : target.rendered()) {
            var before = live(rendered.object());
            var entry = entry(rendered, before.orElse(null));
            entries.add(entry);
            before.ifPresent(object -> live.put(entry.key(), Hashes.live(object)));
        }
        return new Outcome(List.copyOf(entries), new Plan.Fingerprint(Hashes.rendered(target, revision), live));
    }

    /** Only the hashes, to see whether a plan still holds. */
    Plan.Fingerprint fingerprint(int revision) {
        var live = new HashMap<String, String>();
        Deletions.find(cluster, target).forEach(object -> live.put(key(object), Hashes.live(object)));
        target.objects().forEach(object -> live(object).ifPresent(found -> live.put(key(found), Hashes.live(found))));
        return new Plan.Fingerprint(Hashes.rendered(target, revision), live);
    }

    private static String key(KubeObject object) {
        return object.ref().kind().apiVersion() + " " + object.ref();
    }

    private Optional<KubeObject> live(KubeObject object) {
        return serves(object.kind()) ? cluster.get(object.ref()) : Optional.empty();
    }

    private boolean serves(ResourceKind kind) {
        return served.computeIfAbsent(kind, cluster::serves);
    }

    private boolean exists(@Nullable String namespace) {
        return namespace == null
                || namespaces.computeIfAbsent(
                        namespace,
                        name -> cluster.get(ResourceKind.NAMESPACE.named(name)).isPresent());
    }

    private static PlanEntry deletion(KubeObject live) {
        var before = Cleaned.tree(live);
        Cleaned.mask(before, null);
        return new PlanEntry(
                Deletions.phase(live.kind()),
                Action.DELETE,
                live.ref(),
                Cleaned.yaml(before),
                "",
                false,
                List.of(),
                List.of(),
                null);
    }

    private PlanEntry entry(RenderedObject rendered, @Nullable KubeObject live) {
        var object = rendered.object();
        if (!serves(object.kind())) {
            var kind = object.kind().plural() + "." + object.kind().group();
            return new Draft(rendered, live, object)
                    .refused(Problem.of("plan-kind-missing", kind, object.name()), List.of());
        }
        return exists(object.namespace()) ? inPlace(rendered, live) : standIn(rendered);
    }

    private PlanEntry inPlace(RenderedObject rendered, @Nullable KubeObject live) {
        var object = rendered.object();
        return switch (cluster.apply(object, ApplyOptions.DRY_RUN)) {
            case ApplyResult.Applied applied ->
                new Draft(rendered, live, applied.object()).entry(applied.warnings(), List.of());
            case ApplyResult.Conflicted conflicted -> contested(rendered, live, conflicted);
            case ApplyResult.Refused refused -> refused(rendered, live, refused);
        };
    }

    /** Shows what the decision makes of it, or what taking over would, while nobody decided. */
    private PlanEntry contested(RenderedObject rendered, @Nullable KubeObject live, ApplyResult.Conflicted conflicted) {
        var contested = new Draft(rendered, live, rendered.object()).entry(List.of(), conflicted.conflicts());
        var decided = effective.apply(rendered.object(), contested);
        var undecided = decided.object().equals(rendered.object());
        var options = undecided ? ApplyOptions.DRY_RUN.forced() : ApplyOptions.DRY_RUN;
        return switch (cluster.apply(decided.object(), options)) {
            case ApplyResult.Applied applied ->
                new Draft(rendered, live, applied.object()).entry(applied.warnings(), conflicted.conflicts());
            case ApplyResult.Conflicted again ->
                new Draft(rendered, live, decided.object()).entry(again.warnings(), again.conflicts());
            case ApplyResult.Refused refused -> refused(rendered, live, refused);
        };
    }

    private static PlanEntry refused(RenderedObject rendered, @Nullable KubeObject live, ApplyResult.Refused refused) {
        var words = Cleaned.withoutSecrets(refused.refusal().message(), rendered.object());
        var problem = Problem.of("plan-refused", rendered.object().ref()).saying(words);
        return new Draft(rendered, live, rendered.object()).refused(problem, refused.warnings());
    }

    private PlanEntry standIn(RenderedObject rendered) {
        var object = rendered.object();
        var moved = moved(object, STAND_IN);
        if (cluster.get(moved.ref()).isPresent()) {
            return new Draft(rendered, null, object).standIn(List.of());
        }
        return switch (cluster.apply(moved, ApplyOptions.DRY_RUN)) {
            case ApplyResult.Applied applied ->
                new Draft(rendered, null, moved(applied.object(), Objects.requireNonNull(object.namespace())))
                        .standIn(applied.warnings());
            case ApplyResult.Conflicted conflicted -> new Draft(rendered, null, object).standIn(conflicted.warnings());
            case ApplyResult.Refused refused ->
                // Not allowed to try there says nothing about the real namespace.
                refused.refusal().code() == 403
                        ? new Draft(rendered, null, object).standIn(refused.warnings())
                        : refused(rendered, null, refused);
        };
    }

    private static KubeObject moved(KubeObject object, String namespace) {
        var tree = object.tree();
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            metadata.put("namespace", namespace);
        }
        return KubeObject.of(tree);
    }

    /** An entry in the making. */
    private record Draft(RenderedObject rendered, @Nullable KubeObject live, KubeObject wouldBe) {
        PlanEntry entry(List<String> warnings, List<FieldConflict> conflicts) {
            return make(warnings, conflicts, null, false);
        }

        PlanEntry refused(Problem problem, List<String> warnings) {
            return make(warnings, List.of(), problem, false);
        }

        PlanEntry standIn(List<String> warnings) {
            return make(warnings, List.of(), null, true);
        }

        private PlanEntry make(
                List<String> warnings, List<FieldConflict> conflicts, @Nullable Problem problem, boolean standIn) {
            var before = live == null ? null : Cleaned.tree(live);
            var after = live == null ? Cleaned.treeOfNew(wouldBe) : Cleaned.tree(wouldBe);
            var action = before == null ? Action.CREATE : before.equals(after) ? Action.UNCHANGED : Action.CHANGE;
            JsonNode original = before == null ? null : before.deepCopy();
            Cleaned.mask(after, original);
            if (before != null) {
                Cleaned.mask(before, null);
            }
            return new PlanEntry(
                    rendered.phase(),
                    action,
                    rendered.object().ref(),
                    before == null ? "" : Cleaned.yaml(before),
                    Cleaned.yaml(after),
                    standIn,
                    warnings,
                    conflicts,
                    problem);
        }
    }
}
