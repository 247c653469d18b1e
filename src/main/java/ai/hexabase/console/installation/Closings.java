package ai.hexabase.console.installation;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Footprint.Trace;
import ai.hexabase.console.profile.Setting;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes the record of an installation that is on no cluster any more. What auditors read stays: revisions, plans,
 * rollouts and who did what; sealed passwords and keys go, nobody needs them again.
 */
@Service
public class Closings {
    private final InstallationStore store;
    private final SecretStore secrets;
    private final Certificates certificates;
    private final Footprint footprint;
    private final Clusters clusters;
    private final ActingPerson person;
    private final Acts acts;

    Closings(
            InstallationStore store,
            SecretStore secrets,
            Certificates certificates,
            Footprint footprint,
            Clusters clusters,
            ActingPerson person,
            Acts acts) {
        this.store = store;
        this.secrets = secrets;
        this.certificates = certificates;
        this.footprint = footprint;
        this.clusters = clusters;
        this.person = person;
        this.acts = acts;
    }

    /** What it has left on clusters, the latest first. */
    public List<Trace> traces(InstallationId id) {
        return person.sees(id) ? footprint.of(id) : List.of();
    }

    /** The closed ones by name. */
    public List<Installation> closed() {
        return store.closed().stream()
                .filter(closed -> person.sees(closed.id()))
                .toList();
    }

    /**
     * Closes it for good; what is on clusters that the console no longer knows is out of its reach and stays there.
     *
     * @throws ProblemException {@code installation-unknown}, {@code installation-closed}, or {@code
     *     installation-still-there} while something of it may be on another cluster
     */
    @Transactional
    public void close(InstallationId id) {
        var name = store.find(id).map(Installation::name).orElse("");
        var act = Act.of("installation.close").on("installation", id, name);
        acts.attempt(act, () -> closed(id));
        acts.record(act);
    }

    private void closed(InstallationId id) {
        person.require(Role.ADMIN, id);
        person.requireRecent(Dangerous.CLOSE_INSTALLATION);
        store.lock(id);
        var installation = store.find(id).orElseThrow(() -> new ProblemException(Problem.of("installation-unknown")));
        installation.requireOpen();
        traces(id).stream()
                .filter(trace ->
                        !trace.removed() && clusters.find(trace.cluster()).isPresent())
                .findFirst()
                .ifPresent(trace -> {
                    throw new ProblemException(
                            Problem.of("installation-still-there", installation.name(), trace.clusterName()));
                });
        store.close(id, person.name());
        references(id, Setting.DATABASE_PASSWORD).forEach(secrets::delete);
        references(id, Setting.TLS_CERTIFICATE).forEach(certificates::forgetKey);
    }

    /** No other installation has them: copies begin without. */
    private List<UUID> references(InstallationId id, Setting setting) {
        return store.revisions(id).stream()
                .map(revision -> revision.settings().text(setting))
                .filter(reference -> !reference.isEmpty())
                .distinct()
                .map(UUID::fromString)
                .toList();
    }
}
