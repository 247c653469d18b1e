package ai.hexabase.console.rollout;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.manifest.Phase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The rollouts: approved plans being carried out, durably. */
@Service
public class Rollouts {
    private static final int MOST_LISTED = 100;
    private final RolloutOrders orders;
    private final RolloutPauses pauses;
    private final RolloutStore store;
    private final RolloutHistory history;
    private final RolloutNews news;
    private final ActingPerson person;

    Rollouts(
            RolloutOrders orders,
            RolloutPauses pauses,
            RolloutStore store,
            RolloutHistory history,
            RolloutNews news,
            ActingPerson person) {
        this.orders = orders;
        this.pauses = pauses;
        this.store = store;
        this.history = history;
        this.news = news;
        this.person = person;
    }

    /**
     * Starts carrying out the plan. Problems: {@code plan-blocked}, {@code plan-stale} (the first thing that changed),
     * {@code rollout-active} when this installation has one under way; a cluster that cannot be asked is
     * {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public RolloutId start(PlanId plan) {
        return orders.start(plan);
    }

    /** Tries the failed step again. Problems: {@code rollout-not-failed}, {@code rollout-superseded}. */
    public void retry(RolloutId id) {
        orders.retry(id);
    }

    /** Whether {@link #retry} would be let through. */
    public boolean canRetry(Rollout rollout) {
        return rollout.state() == RolloutState.FAILED && store.isNewest(rollout);
    }

    /**
     * Lets the rollout stand still after the piece in hand: nothing more is applied and no deadline runs until it is
     * resumed. Does nothing when it is paused already; problem {@code rollout-not-running} when there is nothing to
     * pause.
     */
    public void pause(RolloutId id) {
        pauses.pause(id);
    }

    /** Goes on where it was paused; does nothing when it runs. Problem {@code rollout-not-paused}. */
    public void resume(RolloutId id) {
        pauses.resume(id);
    }

    /** Ends the rollout after the piece in hand; what was applied stays. Problem {@code rollout-over} when it is over. */
    public void cancel(RolloutId id) {
        orders.cancel(id);
    }

    /** The rollout, if there is one and the acting person sees its installation. */
    public Optional<Rollout> find(RolloutId id) {
        return store.find(id).filter(rollout -> person.sees(rollout.installation()));
    }

    /** The rollout; an unknown one is problem {@code rollout-unknown}. */
    public Rollout get(RolloutId id) {
        return find(id).orElseThrow(() -> new ProblemException(Problem.of("rollout-unknown")));
    }

    /** The newest first. */
    public List<Rollout> list() {
        return list(0, MOST_LISTED);
    }

    /** A part of all rollouts that the acting person sees, the newest first. */
    public List<Rollout> list(int offset, int most) {
        return person.seesAll() ? store.list(offset, most) : store.listOf(person.seen(), offset, most);
    }

    /** How many there are. */
    public int count() {
        return person.seesAll() ? store.count() : store.countOf(person.seen());
    }

    /** Those that run or wait for somebody, the newest first. */
    public List<Rollout> unfinished() {
        return store
                .list(EnumSet.complementOf(EnumSet.of(RolloutState.CANCELLED, RolloutState.DONE)), MOST_LISTED)
                .stream()
                .filter(rollout -> person.sees(rollout.installation()))
                .filter(rollout -> rollout.state().keepsOthersOut() || store.isNewest(rollout))
                .toList();
    }

    /** The newest of this installation. */
    public Optional<Rollout> latest(InstallationId installation) {
        return store.list(installation, 1).stream()
                .filter(rollout -> person.sees(installation))
                .findFirst();
    }

    /** The newest finished one of this installation on this cluster, removals apart. */
    public Optional<Rollout> lastDone(InstallationId installation, ClusterId cluster) {
        return store.lastDone(installation, cluster).filter(rollout -> person.sees(installation));
    }

    /** How long this step took in the last finished rollout before this one of the same installation and cluster. */
    public Optional<Duration> lastTook(Rollout rollout, Phase phase) {
        return history.lastTook(rollout, phase);
    }

    /** What happened after the event with that id, oldest first; at most the newest {@code most}. */
    public List<RolloutEvent> events(RolloutId id, long after, int most) {
        return find(id).isPresent() ? store.events(id, after, most) : List.of();
    }

    /** Calls the listener after each change of this rollout until closed; from any thread, must not block. */
    public Subscription subscribe(RolloutId id, Runnable listener) {
        return news.subscribe(id, listener);
    }

    /** Calls the listener after each change of any rollout until closed; from any thread, must not block. */
    public Subscription subscribe(Runnable listener) {
        return news.subscribe(listener);
    }
}
