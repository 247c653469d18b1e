package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.kube.Timeouts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The practice clusters of this console, one for each name; their time moves with the console's clock. */
@Component
public class PracticeClusters implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(PracticeClusters.class);
    private static final long PAUSE_MILLIS = 250;

    private final Clock clock;
    private final int pace;
    private final PracticeMemory memory;
    private final Map<String, PracticeCluster> clusters = new ConcurrentHashMap<>();
    private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("practice-time").factory());

    PracticeClusters(Clock clock, PracticeMemory memory, @Value("${console.practice.pace:1}") int pace) {
        this.clock = clock;
        this.pace = pace;
        this.memory = memory;
        time.scheduleWithFixedDelay(this::tick, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Opens the practice cluster of that name; a new one gets that shape. */
    public ClusterConnection open(String name, PracticeSite site) {
        return cluster(name, site).connect(Timeouts.SHORT);
    }

    PracticeCluster cluster(String name, PracticeSite site) {
        return clusters.computeIfAbsent(name, ignored -> settled(new PracticeCluster(name, site, clock, pace, memory)));
    }

    /** Whoever opens a cluster finds it running: its programs have had their first turn. */
    private static PracticeCluster settled(PracticeCluster cluster) {
        cluster.tick();
        return cluster;
    }

    /** Ends the practice cluster with everything in it. */
    void remove(String name) {
        var gone = clusters.remove(name);
        if (gone != null) {
            gone.end();
        }
        memory.forget(name);
    }

    /** A practice cluster that somebody has opened since the console started. */
    public Optional<PracticeCluster> find(String name) {
        return Optional.ofNullable(clusters.get(name));
    }

    /** The shapes to choose from. */
    public List<PracticeSite> sites() {
        return PracticeSite.READY_MADE;
    }

    private void tick() {
        for (var cluster : clusters.values()) {
            try {
                cluster.tick();
            } catch (RuntimeException failed) {
                log.warn("The practice cluster {} stands still: {}", cluster.name(), failed.toString());
            }
        }
    }

    @Override
    public void destroy() {
        time.shutdownNow();
    }
}
