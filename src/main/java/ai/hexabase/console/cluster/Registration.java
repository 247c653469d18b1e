package ai.hexabase.console.cluster;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.Connections;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.Timeouts;
import ai.hexabase.console.sealing.Sealer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes the registry; administrators only. */
@Component
class Registration {
    private static final String CLUSTER = "cluster";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final ClusterStore store;
    private final LiveClusters live;
    private final Connections connections;
    private final ObjectProvider<PracticeDoor> practice;
    private final Sealer sealer;
    private final ActingPerson person;
    private final Clock clock;
    private final ObjectProvider<ClusterUse> uses;
    private final Acts acts;

    Registration(
            ClusterStore store,
            LiveClusters live,
            Connections connections,
            ObjectProvider<PracticeDoor> practice,
            Sealer sealer,
            ActingPerson person,
            Clock clock,
            ObjectProvider<ClusterUse> uses,
            Acts acts) {
        this.store = store;
        this.live = live;
        this.connections = connections;
        this.practice = practice;
        this.sealer = sealer;
        this.person = person;
        this.clock = clock;
        this.uses = uses;
        this.acts = acts;
    }

    StoredCluster register(String name, Site site, KubeAccess access) {
        return acts.attempt(registering(name), () -> {
            require(name);
            var seen = look(access);
            var made = made(name, RegisteredCluster.Kind.REAL, access.server(), site, seen, null);
            return insert(made.reached(access, seen, seal(made.id(), access)));
        });
    }

    private static Act registering(String name) {
        return Act.of("cluster.register").on(CLUSTER, "", name);
    }

    StoredCluster registerInCluster(String name, Site site) {
        return acts.attempt(registering(name), () -> {
            require(name);
            var access = KubeAccess.inCluster();
            return insert(made(name, RegisteredCluster.Kind.IN_CLUSTER, access.server(), site, look(access), null));
        });
    }

    StoredCluster registerPractice(String name, Site site, String shape) {
        return acts.attempt(registering(name), () -> practised(name, site, shape));
    }

    private StoredCluster practised(String name, Site site, String shape) {
        require(name);
        if (!practice.getObject().shapes().contains(shape)) {
            throw new ProblemException(Problem.of("cluster-practice-shape-unknown", shape));
        }
        var connection = practice.getObject().open(name, shape);
        var seen = new Seen(connection.serverInfo(), connection.whoAmI(), null);
        var address = URI.create("practice://" + name);
        return insert(made(name, RegisteredCluster.Kind.PRACTICE, address, site, seen, shape));
    }

    private StoredCluster made(
            String name, RegisteredCluster.Kind kind, URI server, Site site, Seen seen, @Nullable String shape) {
        return new StoredCluster(
                ClusterId.random(),
                name,
                kind,
                server,
                site,
                seen.server().version(),
                seen.identity(),
                seen.uid(),
                null,
                null,
                shape,
                clock.instant(),
                person.name());
    }

    List<String> practiceShapes() {
        var door = practice.getIfAvailable();
        return door == null ? List.of() : door.shapes();
    }

    StoredCluster replaceCredentials(ClusterId id, KubeAccess access) {
        return acts.attempt(about("cluster.replace-credentials", id), () -> replaced(id, access));
    }

    private Act about(String kind, ClusterId id) {
        return Act.of(kind)
                .on(CLUSTER, id, store.find(id).map(StoredCluster::name).orElse(""));
    }

    private StoredCluster replaced(ClusterId id, KubeAccess access) {
        person.require(Role.ADMIN, id);
        person.requireRecent(Dangerous.REPLACE_CREDENTIALS);
        var before = stored(id);
        if (before.kind() != RegisteredCluster.Kind.REAL) {
            throw new ProblemException(Problem.of("cluster-no-credentials", before.name()));
        }
        var seen = look(access);
        if (before.uid() != null && seen.uid() != null && !before.uid().equals(seen.uid())) {
            throw new ProblemException(Problem.of("cluster-another", before.name(), access.server()));
        }
        var after = before.reached(access, seen, seal(id, access));
        update("cluster.replace-credentials", before, after);
        live.reopen(id);
        return after;
    }

    StoredCluster rename(ClusterId id, String name, Site site) {
        return acts.attempt(about("cluster.change", id), () -> {
            person.require(Role.ADMIN, id);
            requireWellFormed(name);
            var before = stored(id);
            var after = before.named(name, site);
            update("cluster.change", before, after);
            live.reopen(id);
            return after;
        });
    }

    private void update(String kind, StoredCluster before, StoredCluster after) {
        var act = Act.of(kind)
                .on(CLUSTER, after.id(), after.name())
                .before(before.facts())
                .after(after.facts());
        acts.together(act, () -> store.update(after));
    }

    void remove(ClusterId id) {
        acts.attempt(about("cluster.remove", id), () -> removed(id));
    }

    private void removed(ClusterId id) {
        person.require(Role.ADMIN, id);
        var users = usesOf(id);
        if (!users.isEmpty()) {
            throw new ProblemException(Problem.of("cluster-in-use", stored(id).name(), String.join(", ", users)));
        }
        given(id, "cluster.remove");
    }

    void abandon(ClusterId id) {
        acts.attempt(about("cluster.abandon", id), () -> given(id, "cluster.abandon"));
    }

    private void given(ClusterId id, String kind) {
        person.require(Role.ADMIN, id);
        person.requireRecent(Dangerous.REMOVE_CLUSTER);
        var cluster = stored(id);
        var act = Act.of(kind).on(CLUSTER, id, cluster.name()).before(cluster.facts());
        acts.together(act, () -> store.delete(id));
        live.forget(id);
        if (cluster.kind() == RegisteredCluster.Kind.PRACTICE) {
            practice.getObject().remove(cluster.server().getHost());
        }
    }

    List<String> remindersOf(ClusterId id) {
        return uses.stream().flatMap(use -> use.remindersOf(id).stream()).toList();
    }

    List<String> usesOf(ClusterId id) {
        return uses.stream().flatMap(use -> use.usesOf(id).stream()).toList();
    }

    private StoredCluster stored(ClusterId id) {
        return store.find(id).orElseThrow(() -> new ProblemException(Problem.of("cluster-unknown", id)));
    }

    private void require(String name) {
        person.require(Role.ADMIN);
        requireWellFormed(name);
    }

    private static void requireWellFormed(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new ProblemException(Problem.of("cluster-name-malformed", name));
        }
    }

    private StoredCluster insert(StoredCluster cluster) {
        var act = Act.of("cluster.register")
                .on(CLUSTER, cluster.id(), cluster.name())
                .after(cluster.facts());
        acts.together(act, () -> store.insert(cluster));
        live.reopen(cluster.id());
        return cluster;
    }

    private byte[] seal(ClusterId id, KubeAccess access) {
        return sealer.seal(AccessCodec.write(access), id.toString());
    }

    private Seen look(KubeAccess access) {
        ServerAddress.requireAllowed(access.server());
        try (ClusterConnection connection = connections.open(access, Timeouts.SHORT)) {
            return Seen.by(connection);
        }
    }
}
