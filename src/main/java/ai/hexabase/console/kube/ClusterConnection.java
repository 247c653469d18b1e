package ai.hexabase.console.kube;

import ai.hexabase.console.common.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A connection to one cluster's API server.
 *
 * <p>Every call ends within the connection's timeouts. A server that cannot be reached, refuses the credentials,
 * hangs or answers nonsense is a {@link ConnectionFailed}; a server that answers "no" is a value of the call's result
 * type, or {@link RequestRefused} where the call has none. Implementations are safe for use by many threads.
 */
public interface ClusterConnection extends AutoCloseable {
    /** The field manager under which the console applies. */
    String FIELD_MANAGER = "hexabase-console";

    /** Version and platform, as {@code /version} tells. Cheap: used as the console's own probe. */
    ServerInfo serverInfo();

    /** Nodes with their allocatable resources and what running pods already request. */
    ClusterCapacity capacity();

    /** User name and groups the server sees behind these credentials (SelfSubjectReview). */
    Identity whoAmI();

    /** Answers each question by SelfSubjectAccessReview, in the given order. */
    List<AccessAnswer> checkAccess(List<AccessQuestion> questions);

    /** Those of the kinds that the API server serves (their CRDs are installed). */
    Set<ResourceKind> served(Collection<ResourceKind> kinds);

    /** True when the API server serves this kind. */
    default boolean serves(ResourceKind kind) {
        return !served(Set.of(kind)).isEmpty();
    }

    /** Server-side apply with strict field validation, usually under {@link #FIELD_MANAGER}. */
    ApplyResult apply(KubeObject object, ApplyOptions options);

    /** Creates without storing (dry run); tells whether admission would let the object in. Used for pod probes. */
    ApplyResult dryRunCreate(KubeObject object);

    Optional<KubeObject> get(ObjectRef ref);

    /** One page of a list; follow {@link ObjectPage#continueToken()} for the next. */
    ObjectPage list(ListQuery query);

    /** Deletes; an object already gone is {@link DeleteResult.Absent}. */
    DeleteResult delete(ObjectRef ref, DeleteOptions options);

    /**
     * Keeps {@code listener} told about every object of the query until the returned watch is closed: through
     * {@code 410 Gone}, disconnects and restarts, without losing or inventing objects. Events come one at a time, in
     * order.
     */
    ObjectWatch watch(ListQuery query, WatchListener listener);

    /** Reads a container's log line by line; with {@code follow} until closed or the container ends. */
    LogStream logs(ObjectRef pod, LogOptions options, LogListener listener);

    /**
     * Runs a program in a container until it ends or the session is closed. Whatever keeps it from running is told to
     * the listener, on another thread.
     */
    ExecSession exec(ObjectRef pod, ExecOptions options, ExecListener listener);

    /** Never fails; ends watches, log streams and programs. */
    @Override
    void close();

    /** Reads all pages of a list; starts over when the server forgot the list in the middle (410). */
    default List<KubeObject> listAll(ListQuery query) throws ProblemException {
        for (int attempt = 1; ; attempt++) {
            try {
                return allPages(query);
            } catch (RequestRefused refused) {
                if (refused.refusal().code() != 410 || attempt == 3) {
                    throw refused;
                }
            }
        }
    }

    private List<KubeObject> allPages(ListQuery query) {
        var all = new ArrayList<KubeObject>();
        var page = list(query);
        all.addAll(page.items());
        while (page.continueToken() != null) {
            page = list(query.continuing(page.continueToken()));
            all.addAll(page.items());
        }
        return List.copyOf(all);
    }
}
