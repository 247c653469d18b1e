package ai.hexabase.console.practice;

import java.util.List;

/** Everything that runs in a cluster, in the order in which work is handed on. */
final class ClusterPrograms {
    private static final int ROUNDS = 12;

    private final World world;
    private final Events events;
    private final List<Simulation> programs;

    ClusterPrograms(World world, ApiServer server) {
        this.world = world;
        this.events = new Events(world);
        this.programs = List.of(
                new NodeProgram(world, server, events),
                new NamespaceProgram(world, server),
                new VolumeProgram(world, server, events),
                new DatabaseProgram(world, server, events),
                new DeploymentProgram(world, server, events),
                new ReplicaSetProgram(world, server, events),
                new StatefulSetProgram(world, server, events),
                new JobProgram(world, server, events),
                new SchedulerProgram(world, server, events),
                new KubeletProgram(world, server, events),
                new ServiceProgram(world, server),
                new BudgetProgram(world, server),
                new QuotaProgram(world, server),
                new GarbageProgram(world));
    }

    /** Goes round until nothing more happens at this moment. */
    void step() {
        events.forgetOld();
        for (int round = 0; round < ROUNDS; round++) {
            long before = world.shelf().version();
            programs.forEach(Simulation::step);
            if (world.shelf().version() == before) {
                return;
            }
        }
    }
}
