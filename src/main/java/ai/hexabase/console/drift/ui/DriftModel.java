package ai.hexabase.console.drift.ui;

import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.drift.Acceptance;
import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.drift.DriftedField;
import ai.hexabase.console.drift.DriftedObject;
import ai.hexabase.console.drift.Drifts;
import ai.hexabase.console.drift.FieldPath;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.rollout.Plans;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the screens of drift ask and order. */
@Component
class DriftModel {
    private final Drifts drifts;
    private final Installations installations;
    private final Plans plans;
    private final ActingPerson person;
    private final Clock clock;

    DriftModel(Drifts drifts, Installations installations, Plans plans, ActingPerson person, Clock clock) {
        this.drifts = drifts;
        this.installations = installations;
        this.plans = plans;
        this.person = person;
        this.clock = clock;
    }

    Optional<Installation> find(InstallationId id) {
        return installations.find(id);
    }

    List<Installation> installations() {
        return installations.list();
    }

    DriftReport report(InstallationId id) {
        return drifts.report(id);
    }

    boolean mayOperate(InstallationId id) {
        return person.may(Role.OPERATOR, id);
    }

    Instant now() {
        return clock.instant();
    }

    Duration interval() {
        return drifts.interval();
    }

    void compareNow(InstallationId id) {
        drifts.compareNow(id);
    }

    void ignore(InstallationId id, DriftedObject object, @Nullable FieldPath field, String reason, Instant until) {
        drifts.ignore(id, object, field, reason, until);
    }

    void endIgnore(UUID id) {
        drifts.endIgnore(id);
    }

    /** Asks the cluster. */
    Acceptance acceptance(InstallationId id, DriftedObject object) {
        return drifts.acceptance(id, object);
    }

    Draft accept(InstallationId id, List<SettingChange> changes, String comment) {
        return drifts.accept(id, changes, comment);
    }

    void leave(InstallationId id, DriftedObject object, DriftedField field) {
        drifts.leave(id, object, field);
    }

    /** Makes a plan of the newest revision; asks the cluster. */
    void plan(InstallationId id) {
        plans.make(id);
    }

    /** Makes the settings of an earlier revision the newest one again, and a plan of it; asks the cluster. */
    void planOf(InstallationId id, int latest, int earlier, String comment) {
        installations.restore(id, latest, earlier, comment);
        plans.make(id);
    }

    /** Calls the listener when there is news about this installation, on any thread, until closed. */
    Subscription subscribe(InstallationId id, Runnable listener) {
        return drifts.subscribe(changed -> {
            if (changed.equals(id)) {
                listener.run();
            }
        });
    }

    /** The same for all installations. */
    Subscription subscribe(Runnable listener) {
        return drifts.subscribe(changed -> listener.run());
    }
}
