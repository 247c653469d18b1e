package ai.hexabase.console.kube;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A connection to a real API server. Objects pass as they are, without typed models that would lose fields. */
final class FabricConnection implements ClusterConnection {
    private static final int PAGE = 500;

    private final ApiHttp http;
    private final Clock clock;
    private final Set<AutoCloseable> running = ConcurrentHashMap.newKeySet();

    private FabricConnection(ApiHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    static ClusterConnection open(KubeAccess access, Timeouts timeouts, Clock clock) {
        return new FabricConnection(new ApiHttp(access, timeouts), clock);
    }

    @Override
    public ServerInfo serverInfo() {
        var answer = http.send(ApiRequest.get("/version"));
        var version = answer.json();
        var name = version.path("gitVersion").asString("");
        if (name.isEmpty()) {
            throw answer.garbage();
        }
        return new ServerInfo(
                name,
                leadingNumber(version.path("major").asString("")),
                leadingNumber(version.path("minor").asString("")),
                version.path("platform").asString(""));
    }

    private static int leadingNumber(String text) {
        var digits = text.replaceFirst("\\D.*", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    @Override
    public ClusterCapacity capacity() {
        return new CapacityReader(http, clock).read();
    }

    @Override
    public Identity whoAmI() {
        return new AccessReviews(http).whoAmI();
    }

    @Override
    public List<AccessAnswer> checkAccess(List<AccessQuestion> questions) {
        return new AccessReviews(http).answer(questions);
    }

    @Override
    public Set<ResourceKind> served(Collection<ResourceKind> kinds) {
        var versions = kinds.stream().collect(Collectors.groupingBy(ApiRequest::root));
        return SideBySide.map(List.copyOf(versions.values()), this::servedOfOneVersion).stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** @param kinds of the same group and version */
    private List<ResourceKind> servedOfOneVersion(List<ResourceKind> kinds) {
        var answer = http.send(ApiRequest.get(ApiRequest.root(kinds.getFirst())));
        if (!answer.ok() && answer.refusal().code() == 404) {
            return List.of();
        }
        var names = answer.json()
                .path("resources")
                .valueStream()
                .map(resource -> resource.path("name").asString("") + " "
                        + resource.path("kind").asString(""))
                .collect(Collectors.toSet());
        return kinds.stream()
                .filter(kind -> names.contains(kind.plural() + " " + kind.kind()))
                .toList();
    }

    @Override
    public ApplyResult apply(KubeObject object, ApplyOptions options) {
        var request = ApiRequest.patch(ApiRequest.object(object.ref()), withoutOwners(object))
                .with("fieldManager", options.manager())
                .with("fieldValidation", "Strict")
                .when(options.force(), "force", true)
                .when(options.dryRun(), "dryRun", "All");
        return result(http.send(request));
    }

    /** The server refuses applied objects that say themselves who owns what. */
    private static String withoutOwners(KubeObject object) {
        var tree = object.tree();
        if (tree.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return tree.toString();
    }

    @Override
    public ApplyResult dryRunCreate(KubeObject object) {
        var ref = object.ref();
        var request = ApiRequest.post(ApiRequest.collection(ref.kind(), ref.namespace()), withoutOwners(object))
                .with("fieldManager", FIELD_MANAGER)
                .with("fieldValidation", "Strict")
                .with("dryRun", "All");
        return result(http.send(request));
    }

    private static ApplyResult result(ApiAnswer answer) {
        if (answer.ok()) {
            return new ApplyResult.Applied(KubeObject.of(answer.json()), answer.warnings());
        }
        if (answer.code() == 409) {
            var conflicts = Statuses.conflicts(answer.status());
            if (!conflicts.isEmpty()) {
                return new ApplyResult.Conflicted(conflicts, answer.warnings());
            }
        }
        var refusal = Statuses.schemaRefusal(answer).orElseGet(answer::refusal);
        return new ApplyResult.Refused(refusal, answer.warnings());
    }

    @Override
    public Optional<KubeObject> get(ObjectRef ref) {
        var answer = http.send(ApiRequest.get(ApiRequest.object(ref)));
        if (!answer.ok() && answer.refusal().code() == 404) {
            return Optional.empty();
        }
        return Optional.of(KubeObject.of(answer.json()));
    }

    @Override
    public ObjectPage list(ListQuery query) {
        return Lists.page(http, query.limit() > 0 ? query : query.limit(PAGE));
    }

    @Override
    public DeleteResult delete(ObjectRef ref, DeleteOptions options) {
        var answer = http.send(ApiRequest.delete(ApiRequest.object(ref), deletion(options)));
        if (answer.ok()) {
            return new DeleteResult.Deleted();
        }
        var refusal = answer.refusal();
        return refusal.code() == 404 ? new DeleteResult.Absent() : new DeleteResult.Refused(refusal);
    }

    private static String deletion(DeleteOptions options) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("apiVersion", "v1").put("kind", "DeleteOptions");
        body.put(
                "propagationPolicy",
                switch (options.propagation()) {
                    case FOREGROUND -> "Foreground";
                    case BACKGROUND -> "Background";
                    case ORPHAN -> "Orphan";
                });
        if (options.dryRun()) {
            body.putArray("dryRun").add("All");
        }
        if (options.uid() != null) {
            body.putObject("preconditions").put("uid", options.uid());
        }
        return body.toString();
    }

    @Override
    public ObjectWatch watch(ListQuery query, WatchListener listener) {
        var loop = new WatchLoop(http, query.limit() > 0 ? query : query.limit(PAGE), listener, running::remove);
        running.add(loop);
        loop.start();
        return loop;
    }

    @Override
    public LogStream logs(ObjectRef pod, LogOptions options, LogListener listener) {
        var reader = new LogReader(http, pod, options, listener, running::remove);
        running.add(reader);
        reader.start();
        return reader;
    }

    @Override
    public ExecSession exec(ObjectRef pod, ExecOptions options, ExecListener listener) {
        var socket = new ExecSocket(http, pod, options, listener, running::remove);
        running.add(socket);
        socket.start();
        return socket;
    }

    @Override
    public void close() {
        for (var each : running) {
            try {
                each.close();
            } catch (Exception ignored) {
                // the others are to be closed as well
            }
        }
        http.close();
    }

    @Override
    public String toString() {
        return "connection to " + http.server();
    }
}
