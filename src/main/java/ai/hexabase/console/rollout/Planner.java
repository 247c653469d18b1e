package ai.hexabase.console.rollout;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldDecision;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.FieldConflict;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Refusal;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.SideBySide;
import ai.hexabase.console.manifest.RenderedObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a target with its cluster by dry runs; stores nothing there.
 *
 * <p>A dry run does not keep the namespace it creates, so objects of a namespace that does not exist yet are judged in
 * {@code default}, and their entries say so.
 */
final class Planner {
    private static final String STAND_IN = "default";
    private static final int FORBIDDEN = 403;
    /** Ends the name under which a successor is tried. */
    private static final String TRIAL = "-hexabase-trial";

    private static final int LONGEST_NAME = 63;

    private final ClusterConnection cluster;
    private final Target target;
    private final Map<String, Decision> decided;
    private final Map<String, Boolean> namespaces = new ConcurrentHashMap<>();
    private final Map<ResourceKind, Boolean> served = new ConcurrentHashMap<>();

    Planner(ClusterConnection cluster, Target target) {
        this.cluster = cluster;
        this.target = target;
        this.decided = target.decided();
    }

    /** @param live the objects of the entries as they were found, by {@link PlanEntry#key()} */
    record Outcome(List<PlanEntry> entries, Map<String, KubeObject> live, Plan.Fingerprint fingerprint) {}

    Outcome compare(int revision) {
        var entries = new ArrayList<PlanEntry>();
        var live = new HashMap<String, KubeObject>();
        var members = members();
        for (var gone : Deletions.among(members.values(), target)) {
            var entry = EntryDraft.deletion(gone);
            entries.add(entry);
            live.put(entry.key(), gone);
        }
        for (var compared : SideBySide.map(target.rendered(), rendered -> compared(rendered, members))) {
            entries.add(compared.entry());
            compared.live().ifPresent(object -> live.put(compared.entry().key(), object));
        }
        var hashes = live.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Hashes.live(entry.getValue())));
        return new Outcome(List.copyOf(entries), live, new Plan.Fingerprint(Hashes.rendered(target, revision), hashes));
    }

    private record Compared(PlanEntry entry, Optional<KubeObject> live) {}

    /** What is known to be the installation's own, read kind by kind. */
    private Map<ObjectRef, KubeObject> members() {
        return Deletions.members(cluster, target, servedOfAll()).stream()
                .collect(Collectors.toMap(KubeObject::ref, Function.identity()));
    }

    private Compared compared(RenderedObject rendered, Map<ObjectRef, KubeObject> members) {
        var before = live(rendered.object(), members);
        return new Compared(entry(rendered, before.orElse(null)), before);
    }

    /** One object: of those that the target renders, or one that should not be there any more; empty for others. */
    Optional<PlanEntry> compare(ObjectRef ref) {
        var rendered = target.rendered().stream()
                .filter(each -> each.object().ref().equals(ref))
                .findFirst();
        if (rendered.isPresent()) {
            return rendered.map(each -> compared(each, Map.of()).entry());
        }
        return serves(ref.kind())
                ? cluster.get(ref)
                        .filter(live -> Deletions.isLeftOver(live, target))
                        .map(EntryDraft::deletion)
                : Optional.empty();
    }

    /** Only the hashes, to see whether a plan still holds. */
    Plan.Fingerprint fingerprint(int revision) {
        var live = new HashMap<String, String>();
        var members = members();
        Deletions.among(members.values(), target).forEach(object -> live.put(key(object), Hashes.live(object)));
        SideBySide.map(target.objects(), object -> live(object, members))
                .forEach(answer -> answer.ifPresent(found -> live.put(key(found), Hashes.live(found))));
        return new Plan.Fingerprint(Hashes.rendered(target, revision), live);
    }

    private static String key(KubeObject object) {
        return object.ref().kind().apiVersion() + " " + object.ref();
    }

    private Optional<KubeObject> live(KubeObject object, Map<ObjectRef, KubeObject> members) {
        var known = members.get(object.ref());
        if (known != null) {
            return Optional.of(known);
        }
        return serves(object.kind()) ? cluster.get(object.ref()) : Optional.empty();
    }

    /** Asks for all kinds together; whoever compares one object asks for that one's alone. */
    private Set<ResourceKind> servedOfAll() {
        var kinds = new HashSet<>(Deletions.kinds(target));
        kinds.add(ResourceKind.NAMESPACE);
        var found = cluster.served(kinds);
        kinds.forEach(kind -> served.put(kind, found.contains(kind)));
        return found;
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

    private PlanEntry entry(RenderedObject rendered, @Nullable KubeObject live) {
        var object = rendered.object();
        if (!serves(object.kind())) {
            var kind = object.kind().plural() + "." + object.kind().group();
            return new EntryDraft(rendered, live, object)
                    .refused(Problem.of("plan-kind-missing", kind, object.name()), List.of());
        }
        return exists(object.namespace()) ? inPlace(rendered, live) : standIn(rendered);
    }

    private PlanEntry inPlace(RenderedObject rendered, @Nullable KubeObject live) {
        var object = rendered.object();
        var left = live == null ? List.<FieldConflict>of() : left(object, live);
        return switch (cluster.apply(object, ApplyOptions.DRY_RUN)) {
            case ApplyResult.Conflicted conflicted -> contested(rendered, live, with(left, conflicted.conflicts()));
            case ApplyResult.Applied applied
            when left.isEmpty() ->
                new EntryDraft(rendered, live, applied.object()).entry(applied.warnings(), List.of());
            case ApplyResult.Refused refused when left.isEmpty() -> refused(rendered, live, refused);
            case ApplyResult.Applied _, ApplyResult.Refused _ -> contested(rendered, live, left);
        };
    }

    /** Fields that are left to managers who still own them: also while nobody disagrees, they are not set. */
    private List<FieldConflict> left(KubeObject object, KubeObject live) {
        return target.decisions().stream()
                .filter(each -> each.decision() == Decision.LEAVE)
                .map(FieldDecision::claim)
                .filter(claim -> claim.object().equals(object.ref()))
                .filter(claim -> FieldPaths.remove(object.tree(), claim.field()))
                .filter(claim -> ManagedFields.owns(live, claim.manager(), claim.field()))
                .map(claim -> new FieldConflict(claim.manager(), claim.field(), ""))
                .toList();
    }

    private static List<FieldConflict> with(List<FieldConflict> left, List<FieldConflict> conflicts) {
        var quiet = left.stream()
                .filter(each -> conflicts.stream()
                        .noneMatch(loud -> loud.field().equals(each.field())
                                && loud.manager().equals(each.manager())));
        return Stream.concat(conflicts.stream(), quiet).toList();
    }

    /** Shows what the decisions make of it, and what taking over would where nobody decided. */
    private PlanEntry contested(RenderedObject rendered, @Nullable KubeObject live, List<FieldConflict> conflicts) {
        var contested = new EntryDraft(rendered, live, rendered.object()).entry(List.of(), conflicts);
        var effective = Effective.of(rendered.object(), contested, decided);
        var open = contested.claims().stream().anyMatch(claim -> !decided.containsKey(claim.key()));
        var options = open ? ApplyOptions.DRY_RUN.forced() : effective.options(ApplyOptions.DRY_RUN);
        return switch (cluster.apply(effective.object(), options)) {
            case ApplyResult.Applied applied ->
                new EntryDraft(rendered, live, applied.object()).entry(applied.warnings(), conflicts);
            case ApplyResult.Conflicted again ->
                new EntryDraft(rendered, live, effective.object())
                        .entry(again.warnings(), with(conflicts, again.conflicts()));
            case ApplyResult.Refused refused -> refused(rendered, live, refused);
        };
    }

    private PlanEntry refused(RenderedObject rendered, @Nullable KubeObject live, ApplyResult.Refused refused) {
        var fields = Immutables.of(rendered.object().kind(), refused.refusal());
        return live == null || fields.isEmpty()
                ? impossible(rendered, live, refused)
                : replaced(rendered, live, fields).orElseGet(() -> impossible(rendered, live, refused));
    }

    /** A successor under another name shows whether the server would take it; what it refuses for is told then. */
    private Optional<PlanEntry> replaced(RenderedObject rendered, KubeObject live, List<Refusal.Cause> fields) {
        var object = rendered.object();
        var trial = named(object, trialName(object.name()));
        if (cluster.get(trial.ref()).isPresent()) {
            return Optional.empty();
        }
        return switch (cluster.apply(trial, ApplyOptions.DRY_RUN)) {
            case ApplyResult.Applied applied ->
                Optional.of(new EntryDraft(rendered, live, named(applied.object(), object.name()))
                        .replaced(Replacements.of(live, object, fields), applied.warnings()));
            case ApplyResult.Refused refused -> Optional.of(impossible(rendered, live, refused));
            case ApplyResult.Conflicted _ -> Optional.empty();
        };
    }

    private static String trialName(String name) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - TRIAL.length())) + TRIAL;
    }

    private static KubeObject named(KubeObject object, String name) {
        var tree = object.tree();
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            metadata.put("name", name);
        }
        return KubeObject.of(tree);
    }

    private static PlanEntry impossible(
            RenderedObject rendered, @Nullable KubeObject live, ApplyResult.Refused refused) {
        var words = Cleaned.withoutSecrets(refused.refusal().message(), rendered.object());
        var code = refused.refusal().code() == FORBIDDEN ? PlanEntry.FORBIDDEN : "plan-refused";
        var problem = Problem.of(code, rendered.object().ref()).saying(words);
        return new EntryDraft(rendered, live, rendered.object()).refused(problem, refused.warnings());
    }

    private PlanEntry standIn(RenderedObject rendered) {
        var object = rendered.object();
        var moved = moved(object, STAND_IN);
        if (cluster.get(moved.ref()).isPresent()) {
            return new EntryDraft(rendered, null, object).standIn(List.of());
        }
        return switch (cluster.apply(moved, ApplyOptions.DRY_RUN)) {
            case ApplyResult.Applied applied ->
                new EntryDraft(rendered, null, moved(applied.object(), Objects.requireNonNull(object.namespace())))
                        .standIn(applied.warnings());
            case ApplyResult.Conflicted conflicted ->
                new EntryDraft(rendered, null, object).standIn(conflicted.warnings());
            case ApplyResult.Refused refused ->
                // Not allowed to try there says nothing about the real namespace.
                refused.refusal().code() == FORBIDDEN
                        ? new EntryDraft(rendered, null, object).standIn(refused.warnings())
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
}
