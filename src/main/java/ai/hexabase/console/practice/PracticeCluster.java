package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.ConnectionFailed;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Timeouts;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** One simulated cluster; its time moves when {@link #tick()} is called. */
public final class PracticeCluster {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final World world;
    private final ApiServer server;
    private final ClusterPrograms programs;
    private final PracticeMemory memory;
    private Set<Trouble> savedTroubles = EnumSet.noneOf(Trouble.class);
    private long restarts;
    private boolean ended;

    PracticeCluster(String name, PracticeSite site, Clock clock, int pace, PracticeMemory memory) {
        this.world = new World(name, site, clock, pace);
        this.server = new ApiServer(world);
        this.programs = new ClusterPrograms(world, server);
        this.memory = memory;
        inside(() -> {
            memory.load(name).ifPresentOrElse(this::resume, this::begin);
            return null;
        });
    }

    /** Ready for use at once: the programs have had their first look. */
    private void begin() {
        new FirstObjects(world, server).create();
        programs.step();
    }

    private void resume(PracticeMemory.Remembered remembered) {
        world.shelf().restore(remembered.objects(), remembered.version());
        world.troubles().addAll(remembered.troubles());
        savedTroubles = EnumSet.copyOf(world.troubles());
    }

    public String name() {
        return world.name();
    }

    /** An administrator's connection. */
    public ClusterConnection connect(Timeouts timeouts) {
        return connect(PracticeUser.ADMINISTRATOR, timeouts.request());
    }

    ClusterConnection connect(PracticeUser user, Duration patience) {
        return new PracticeConnection(this, user, patience);
    }

    /** Lets everything that runs in the cluster do what is due. */
    public void tick() {
        inside(() -> {
            if (!ended) {
                programs.step();
            }
            return null;
        });
    }

    public Set<Trouble> troubles() {
        return inside(() -> Set.copyOf(world.troubles()));
    }

    public void switchOn(Trouble trouble) {
        inside(() -> world.troubles().add(trouble));
    }

    public void switchOff(Trouble trouble) {
        inside(() -> world.troubles().remove(trouble));
    }

    /** Changes an object by hand as somebody else than the console; {@code patch} as in RFC 7386. */
    public KubeObject editAs(String manager, ObjectRef ref, JsonNode patch) {
        return inside(() -> KubeObject.of(server.change(ref, manager, object -> MergePatch.apply(object, patch))));
    }

    /** Server-side apply by somebody else than the console. */
    void applyAs(String manager, KubeObject object) {
        inside(() -> server.apply(object.tree(), manager, false, false));
    }

    /** Every watch that goes on from here is told that its version is gone. */
    void forgetHistory() {
        inside(() -> {
            world.shelf().forgetHistory();
            return null;
        });
    }

    /** Breaks all watches once, as a restart of the API server does. */
    void restart() {
        inside(() -> restarts++);
    }

    World world() {
        return world;
    }

    ApiServer server() {
        return server;
    }

    Clock clock() {
        return world.clock();
    }

    ReentrantLock lock() {
        return lock;
    }

    /** Signalled whenever something may have changed; under the {@link #lock()}. */
    Condition changed() {
        return changed;
    }

    long restarts() {
        return restarts;
    }

    /** Does the work alone, saves what it changed, and wakes all watches. */
    <T> T inside(Supplier<T> work) {
        lock.lock();
        try {
            try {
                return work.get();
            } finally {
                save();
            }
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    <T> T read(Function<World, T> question) {
        lock.lock();
        try {
            return question.apply(world);
        } finally {
            lock.unlock();
        }
    }

    /** From here on nobody answers and nothing is saved. */
    void end() {
        inside(() -> {
            ended = true;
            return world.troubles().add(Trouble.API_SERVER_GONE);
        });
    }

    private void save() {
        var objects = world.shelf().takeUnsaved();
        if (ended || (objects.isEmpty() && savedTroubles.equals(world.troubles()))) {
            return;
        }
        var troubles = EnumSet.noneOf(Trouble.class);
        troubles.addAll(world.troubles());
        try {
            memory.save(
                    name(),
                    new PracticeMemory.Progress(
                            world.site().name(), world.shelf().version(), troubles, objects));
            savedTroubles = troubles;
        } catch (RuntimeException unsaved) {
            world.shelf().keepUnsaved(objects);
            throw new ConnectionFailed(
                    ConnectionFailed.Kind.SERVER_ERROR, "practice://" + name(), unsaved.getMessage(), unsaved);
        }
    }
}
