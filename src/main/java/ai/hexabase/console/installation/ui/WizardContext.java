package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.profile.Profiles;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * What the parts of the wizard share.
 *
 * @param changed told after each change of the draft
 * @param open opens a step
 */
record WizardContext(
        WizardDraft draft,
        Profiles profiles,
        Clusters clusters,
        Capacities capacities,
        Clock clock,
        Runnable changed,
        IntConsumer open) {
    Optional<RegisteredCluster> cluster() {
        return Optional.ofNullable(draft.content().cluster()).flatMap(clusters::find);
    }

    /** What is known of the chosen cluster's capacity; nothing before one was chosen. */
    Optional<Capacities.Reading> capacity() {
        return Optional.ofNullable(draft.content().cluster()).map(capacities::of);
    }
}
