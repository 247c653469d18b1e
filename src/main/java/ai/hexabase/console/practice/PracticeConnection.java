package ai.hexabase.console.practice;

import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.ClusterCapacity;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.DeleteResult;
import ai.hexabase.console.kube.ExecListener;
import ai.hexabase.console.kube.ExecOptions;
import ai.hexabase.console.kube.ExecSession;
import ai.hexabase.console.kube.Identity;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.LogListener;
import ai.hexabase.console.kube.LogOptions;
import ai.hexabase.console.kube.LogStream;
import ai.hexabase.console.kube.ObjectPage;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ObjectWatch;
import ai.hexabase.console.kube.RequestRefused;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.ServerInfo;
import ai.hexabase.console.kube.WatchListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A connection to a practice cluster; keeps the same promises as one to a real API server. */
final class PracticeConnection implements ClusterConnection {
    static final ServerInfo VERSION = new ServerInfo("v1.34.2+practice", 1, 34, "practice/amd64");

    private final PracticeCluster cluster;
    private final PracticeUser user;
    private final Line line;
    private final Set<AutoCloseable> open = ConcurrentHashMap.newKeySet();

    PracticeConnection(PracticeCluster cluster, PracticeUser user, Duration patience) {
        this.cluster = cluster;
        this.user = user;
        this.line = new Line(cluster, patience);
    }

    @Override
    public ServerInfo serverInfo() {
        return line.ask(() -> VERSION);
    }

    @Override
    public ClusterCapacity capacity() {
        return line.ask(() -> {
            allow("list", ResourceKind.NODE, null, null);
            return new Capacity(cluster.world()).read();
        });
    }

    @Override
    public Identity whoAmI() {
        return line.ask(user::identity);
    }

    @Override
    public List<AccessAnswer> checkAccess(List<AccessQuestion> questions) {
        return line.ask(() -> questions.stream()
                .map(question -> new AccessAnswer(question, user.may(question), null))
                .toList());
    }

    @Override
    public Set<ResourceKind> served(Collection<ResourceKind> kinds) {
        return line.ask(
                () -> kinds.stream().filter(PracticeConnection::isServed).collect(Collectors.toSet()));
    }

    @Override
    public ApplyResult apply(KubeObject object, ApplyOptions options) {
        return answer(
                object,
                "patch",
                () -> cluster.server().apply(object.tree(), options.manager(), options.dryRun(), options.force()));
    }

    @Override
    public ApplyResult dryRunCreate(KubeObject object) {
        return answer(object, "create", () -> cluster.server().create(object.tree(), FIELD_MANAGER, true));
    }

    private ApplyResult answer(KubeObject object, String verb, Supplier<Answer> write) {
        return line.ask(() -> {
            try {
                var kind = served(object.kind());
                allow(verb, kind, object.namespace(), object.name());
                var answer = write.get();
                return new ApplyResult.Applied(KubeObject.of(answer.object()), answer.warnings());
            } catch (RequestRefused refused) {
                return new ApplyResult.Refused(refused.refusal(), List.of());
            } catch (ConflictsFound found) {
                return new ApplyResult.Conflicted(found.conflicts(), List.of());
            } catch (IllegalArgumentException unknownKind) {
                return new ApplyResult.Refused(Refusals.kindNotFound().refusal(), List.of());
            }
        });
    }

    @Override
    public Optional<KubeObject> get(ObjectRef ref) {
        return line.ask(() -> {
            allow("get", ref.kind(), ref.namespace(), ref.name());
            return Optional.ofNullable(cluster.world().shelf().get(ref)).map(KubeObject::of);
        });
    }

    @Override
    public ObjectPage list(ListQuery query) {
        return line.ask(() -> {
            served(query.kind());
            allow("list", query.kind(), query.namespace(), null);
            return Listing.page(cluster.world().shelf(), query);
        });
    }

    @Override
    public DeleteResult delete(ObjectRef ref, DeleteOptions options) {
        return line.ask(() -> {
            try {
                allow("delete", ref.kind(), ref.namespace(), ref.name());
                return new Deletion(cluster.world()).delete(ref, options)
                        ? new DeleteResult.Deleted()
                        : new DeleteResult.Absent();
            } catch (RequestRefused refused) {
                return new DeleteResult.Refused(refused.refusal());
            }
        });
    }

    @Override
    public ObjectWatch watch(ListQuery query, WatchListener listener) {
        var watch = new PracticeWatch(cluster, query, listener, () -> {
            served(query.kind());
            allow("watch", query.kind(), query.namespace(), null);
        });
        open.add(watch);
        return watch.start(() -> open.remove(watch));
    }

    @Override
    public LogStream logs(ObjectRef pod, LogOptions options, LogListener listener) {
        var stream = new PracticeLogStream(
                cluster, pod, options, listener, () -> allow("get", ResourceKind.POD, pod.namespace(), pod.name()));
        open.add(stream);
        return stream.start(() -> open.remove(stream));
    }

    @Override
    public ExecSession exec(ObjectRef pod, ExecOptions options, ExecListener listener) {
        var refused = new NoShell(line, listener, () -> {
            if (!user.may(new AccessQuestion("create", "", "pods/exec", pod.namespace()))) {
                throw Refusals.mayNot(
                        user.identity().username(), "create", ResourceKind.POD, pod.namespace(), pod.name());
            }
            if (cluster.world().shelf().get(pod) == null) {
                throw Refusals.notFound(pod);
            }
        });
        return refused.start();
    }

    private void allow(String verb, ResourceKind kind, @Nullable String namespace, @Nullable String name) {
        if (!user.may(AccessQuestion.of(verb, kind, namespace))) {
            throw Refusals.mayNot(user.identity().username(), verb, kind, namespace, name);
        }
    }

    private static boolean isServed(ResourceKind kind) {
        return ResourceKind.known().contains(kind);
    }

    private static ResourceKind served(ResourceKind kind) {
        if (!isServed(kind)) {
            throw Refusals.kindNotFound();
        }
        return kind;
    }

    @Override
    public void close() {
        for (var stream : new ArrayList<>(open)) {
            closeQuietly(stream);
        }
    }

    private static void closeQuietly(AutoCloseable stream) {
        switch (stream) {
            case PracticeWatch watch -> watch.close();
            case PracticeLogStream log -> log.close();
            default -> {}
        }
    }
}
