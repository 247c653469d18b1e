package ai.hexabase.console.drift;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.cluster.Reachability;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.rollout.Baselines;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.Rollouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The drifts: how installations stand to what was rolled out last, and what to do about the differences. */
@Service
public class Drifts {
    /** How long a difference may be ignored at most. */
    public static final Duration LONGEST_IGNORE = Duration.ofDays(366);

    private static final int LONGEST_REASON = 500;

    private final Baselines baselines;
    private final Rollouts rollouts;
    private final Clusters clusters;
    private final DriftStore store;
    private final IgnoredStore ignores;
    private final Acceptances acceptances;
    private final DriftWatches watches;
    private final DriftNews news;
    private final DriftSettings settings;
    private final ActingPerson person;
    private final Acts acts;
    private final Clock clock;

    Drifts(
            Baselines baselines,
            Rollouts rollouts,
            Clusters clusters,
            DriftStore store,
            IgnoredStore ignores,
            Acceptances acceptances,
            DriftWatches watches,
            DriftNews news,
            DriftSettings settings,
            ActingPerson person,
            Acts acts,
            Clock clock) {
        this.baselines = baselines;
        this.rollouts = rollouts;
        this.clusters = clusters;
        this.store = store;
        this.ignores = ignores;
        this.acceptances = acceptances;
        this.watches = watches;
        this.news = news;
        this.settings = settings;
        this.person = person;
        this.acts = acts;
        this.clock = clock;
    }

    /** What is known right now; asks no cluster. */
    public DriftReport report(InstallationId installation) {
        requireSeen(installation);
        var now = clock.instant();
        var newest = rollouts.latest(installation).orElse(null);
        var baseline = newest == null ? null : baselines.of(installation).orElse(null);
        var comparison = store.find(installation);
        var inForce = ignores.list(installation).stream()
                .filter(each -> each.isActive(now))
                .toList();
        var split = DriftRules.split(comparison.objects(), inForce);
        var facts = new DriftRules.Facts(
                newest,
                baseline,
                baseline == null ? null : reachability(baseline.cluster()),
                comparison,
                split.open(),
                settings.patience());
        return new DriftReport(
                installation,
                DriftRules.state(facts, now),
                baseline == null ? null : baseline.revision(),
                comparison.comparedAt(),
                comparison.compared(),
                split.open(),
                split.ignored(),
                inForce,
                comparison.isAsked(),
                baseline == null ? Set.of() : watches.refused(baseline.cluster()));
    }

    private void requireSeen(InstallationId installation) {
        if (!person.sees(installation)) {
            throw new ProblemException(Problem.of("installation-unknown"));
        }
    }

    private @Nullable Reachability reachability(ClusterId cluster) {
        try {
            return clusters.reachability(cluster);
        } catch (ProblemException gone) {
            return null;
        }
    }

    /** How often everything is compared without being asked. */
    public Duration interval() {
        return settings.interval();
    }

    /** Has all objects compared as soon as possible; the answer comes as news. */
    public void compareNow(InstallationId installation) {
        var act = about("drift.compare", installation);
        acts.attempt(act, () -> {
            person.require(Role.OPERATOR, installation);
            acts.together(act, () -> store.asked(installation, now()));
        });
        compareSoon(installation);
    }

    private void compareSoon(InstallationId installation) {
        watches.compareAll(installation);
        news.changed(installation);
    }

    /**
     * Ignores one field, or with null the whole object, until then. Problems: {@code drift-ignore-reason}, {@code
     * drift-ignore-end} when that is past or too far away.
     */
    public void ignore(
            InstallationId installation,
            DriftedObject object,
            @Nullable FieldPath field,
            String reason,
            Instant until) {
        var act = about("drift.ignore", installation, object)
                .after(Map.of("field", field == null ? "" : field, "until", until))
                .because(reason);
        acts.attempt(act, () -> ignored(installation, object, field, reason, until, act));
    }

    private Act about(String kind, InstallationId installation, DriftedObject object) {
        return about(kind, installation).with("object", object.key());
    }

    private Act about(String kind, InstallationId installation) {
        var name = baselines.of(installation).map(Rollout::installationName).orElse("");
        return Act.of(kind).on("installation", installation, name);
    }

    private void ignored(
            InstallationId installation,
            DriftedObject object,
            @Nullable FieldPath field,
            String reason,
            Instant until,
            Act act) {
        person.require(Role.OPERATOR, installation);
        var now = now();
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new ProblemException(Problem.of("drift-ignore-reason", LONGEST_REASON));
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_IGNORE))) {
            throw new ProblemException(Problem.of("drift-ignore-end"));
        }
        var ignored = new Ignored(
                UUID.randomUUID(),
                installation,
                object.key(),
                field == null ? null : field.toString(),
                reason.strip(),
                person.name(),
                now,
                until.truncatedTo(ChronoUnit.MILLIS),
                null,
                null);
        acts.together(act, () -> ignores.insert(ignored));
        changed(installation);
    }

    /** Lets the difference count again; nothing when it does already. */
    public void endIgnore(UUID id) {
        person.requireSomewhere(Role.OPERATOR);
        ignores.find(id).ifPresent(ignored -> {
            var field = ignored.field();
            var act = about("drift.end-ignore", ignored.installation())
                    .with("object", ignored.object())
                    .before(Map.of("field", field == null ? "" : field, "until", ignored.endsAt()));
            acts.attempt(act, () -> {
                person.require(Role.OPERATOR, ignored.installation());
                acts.together(act, () -> ignores.end(id, person.name(), now()));
            });
            changed(ignored.installation());
        });
    }

    /** All that were ever ignored, the newest first. */
    public List<Ignored> ignoredSoFar(InstallationId installation) {
        requireSeen(installation);
        return ignores.list(installation);
    }

    /**
     * Looks for the settings that give an object's fields their live values, for a moment. A cluster that cannot be
     * reached is {@link ai.hexabase.console.kube.ConnectionFailed}.
     */
    public Acceptance acceptance(InstallationId installation, DriftedObject object) {
        person.require(Role.OPERATOR, installation);
        return acceptances.of(installation, baseline(installation).cluster(), object);
    }

    private Rollout baseline(InstallationId installation) {
        return baselines.of(installation).orElseThrow(() -> new ProblemException(Problem.of("drift-not-rolled-out")));
    }

    /** Begins a draft of a new revision with these settings changed. */
    @Transactional
    public Draft accept(InstallationId installation, List<SettingChange> changes, String comment) {
        var act = about("drift.accept", installation)
                .before(values(changes, SettingChange::before))
                .after(values(changes, SettingChange::after))
                .because(comment);
        return acts.attempt(act, () -> {
            person.require(Role.OPERATOR, installation);
            var draft = acceptances.draft(installation, changes, comment);
            acts.record(act);
            return draft;
        });
    }

    private static Map<String, Object> values(
            List<SettingChange> changes, Function<SettingChange, @Nullable Object> which) {
        var values = new TreeMap<String, Object>();
        changes.forEach(change -> values.put(change.setting().key(), String.valueOf(which.apply(change))));
        return values;
    }

    /**
     * Leaves a field to the manager who set it, from the newest revision on: the console no longer sets it. A field that
     * no other manager owns is problem {@code drift-no-owner}; {@code revision-stale} when a revision was made meanwhile.
     */
    public void leave(InstallationId installation, DriftedObject object, DriftedField field) {
        var owner = field.owner();
        var act = about("drift.leave", installation, object)
                .after(Map.of("field", field.path(), "manager", owner == null ? "" : owner.manager()));
        acts.attempt(act, () -> {
            person.require(Role.OPERATOR, installation);
            acts.together(act, () -> {
                acceptances.leave(installation, object, field);
                store.asked(installation, now());
            });
        });
        compareSoon(installation);
    }

    /** Tells, on any thread, whose drift has news, until closed; the listener must not block. */
    public Subscription subscribe(Consumer<InstallationId> listener) {
        return news.subscribe(listener);
    }

    private void changed(InstallationId installation) {
        store.touch(installation);
        news.changed(installation);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
