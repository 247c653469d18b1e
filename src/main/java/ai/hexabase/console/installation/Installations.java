package ai.hexabase.console.installation;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.certificate.KeptCertificate;
import ai.hexabase.console.cluster.Clusters.Subscription;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.manifest.ManifestInput;
import ai.hexabase.console.manifest.OpenedSecrets;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The installations, their revisions, and the drafts of those to come. */
@Service
public class Installations {
    private final InstallationStore store;
    private final DecisionStore decisions;
    private final DraftStore drafts;
    private final SecretStore secrets;
    private final Sealer sealer;
    private final Profiles profiles;
    private final InstallationNews news;
    private final Certificates certificates;
    private final CertificateRules certificateRules;
    private final ActingPerson person;
    private final Acts acts;

    Installations(
            InstallationStore store,
            DecisionStore decisions,
            DraftStore drafts,
            SecretStore secrets,
            Sealer sealer,
            Profiles profiles,
            InstallationNews news,
            Certificates certificates,
            CertificateRules certificateRules,
            ActingPerson person,
            Acts acts) {
        this.store = store;
        this.decisions = decisions;
        this.drafts = drafts;
        this.secrets = secrets;
        this.sealer = sealer;
        this.profiles = profiles;
        this.news = news;
        this.certificates = certificates;
        this.certificateRules = certificateRules;
        this.person = person;
        this.acts = acts;
    }

    /** All installations that the acting person sees, by name. */
    public List<Installation> list() {
        return mine(store.list(), Installation::id);
    }

    private <T> List<T> mine(List<T> all, Function<T, InstallationId> id) {
        if (person.seesAll()) {
            return all;
        }
        var mine = person.seen();
        return all.stream().filter(each -> mine.contains(id.apply(each))).toList();
    }

    /** The installation, if there is one and the acting person sees it. */
    public Optional<Installation> find(InstallationId id) {
        return store.find(id).filter(found -> person.sees(id));
    }

    /** What an installation is or was called, whoever asks: objects in the way are told by whose they are. */
    public Optional<String> nameOf(InstallationId id) {
        return store.find(id).map(Installation::name);
    }

    /** The installation; an unknown one is problem {@code installation-unknown}. */
    public Installation get(InstallationId id) {
        return find(id).orElseThrow(() -> new ProblemException(Problem.of("installation-unknown")));
    }

    /**
     * Calls the listener when installations or their revisions may have changed, in this console or another, until
     * closed; from any thread, must not block.
     */
    public Subscription subscribe(Runnable listener) {
        return news.subscribe(listener);
    }

    /** The installation as long as it may be changed; a closed one is problem {@code installation-closed}. */
    public Installation open(InstallationId id) {
        var installation = get(id);
        installation.requireOpen();
        return installation;
    }

    /** Every revision of every installation, by the installation's name and the newest first. */
    public List<NamedRevision> allRevisions() {
        return mine(store.allRevisions(), NamedRevision::installation);
    }

    /** All revisions, the newest first. */
    public List<Revision> revisions(InstallationId id) {
        return person.sees(id) ? store.revisions(id) : List.of();
    }

    public Optional<Revision> findRevision(InstallationId id, int number) {
        return person.sees(id) ? store.revision(id, number) : Optional.empty();
    }

    /** The revision; an unknown one is problem {@code revision-unknown}. */
    public Revision revision(InstallationId id, int number) {
        return findRevision(id, number).orElseThrow(() -> new ProblemException(Problem.of("revision-unknown", number)));
    }

    /** What the revision's objects are made from, secrets opened; for rendering only, never stored or shown. */
    public ManifestInput manifestInput(InstallationId id, int number) {
        var revision = revision(id, number);
        return new ManifestInput(id, get(id).name(), number, revision.settings(), opened(revision.settings()));
    }

    private OpenedSecrets opened(Settings settings) {
        var certificate = certificateRules.served(settings).map(kept -> certificates.open(kept.id()));
        return new OpenedSecrets(
                open(settings.text(Setting.DATABASE_PASSWORD)),
                open(settings.text(Setting.REGISTRY_PASSWORD)),
                certificate.map(Certificates.Opened::chain).orElse(""),
                certificate.map(Certificates.Opened::key).orElse(""));
    }

    /** Seals a password and returns the text that stands for it in settings; the password itself is never shown again. */
    public String sealPassword(String password) {
        person.requireSomewhere(Role.OPERATOR);
        var id = UUID.randomUUID();
        secrets.insert(id, sealer.seal(password.getBytes(StandardCharsets.UTF_8), id.toString()), person.name());
        return id.toString();
    }

    private String open(String id) {
        if (id.isEmpty()) {
            return "";
        }
        var sealed = secrets.find(UUID.fromString(id))
                .orElseThrow(() -> new ProblemException(Problem.of("installation-password-lost")));
        return new String(sealer.open(sealed, id), StandardCharsets.UTF_8);
    }

    /** What is wrong with a name: its form, or that it is taken. */
    public Optional<Problem> checkName(String name) {
        return InstallationNames.check(name)
                .or(() -> store.nameTaken(name)
                        ? Optional.of(Problem.of("installation-name-taken", name))
                        : Optional.empty());
    }

    /**
     * Makes an installation with revision 1. Settings that break a rule are problem {@code settings-invalid}, a name
     * that is taken {@code installation-name-taken}, a bad one {@code installation-name}.
     */
    @Transactional
    public Installation create(String name, ClusterId cluster, Settings settings, String comment) {
        return create(name, cluster, settings, List.of(), comment);
    }

    /** The same, beginning with decisions about contested fields. */
    @Transactional
    public Installation create(
            String name, ClusterId cluster, Settings settings, List<FieldDecision> decided, String comment) {
        var intent = Act.of("installation.create").on("installation", "", name).because(comment);
        return acts.attempt(intent, () -> created(name, cluster, settings, decided, comment));
    }

    private Installation created(
            String name, ClusterId cluster, Settings settings, List<FieldDecision> decided, String comment) {
        person.require(Role.OPERATOR, cluster);
        checkName(name).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        requireValid(settings);
        var id = InstallationId.random();
        try {
            store.insert(id, name, person.name());
        } catch (DuplicateKeyException e) {
            throw new ProblemException(Problem.of("installation-name-taken", name), e);
        }
        store.insertRevision(id, 1, cluster, settings, person.name(), comment);
        decided.forEach(each -> decisions.insert(id, 1, each.claim(), each.decision(), person.name()));
        acts.record(Act.of("installation.create")
                .on("installation", id, name)
                .after(RevisionFacts.of(cluster, settings))
                .with("revision", 1)
                .with("cluster", cluster)
                .because(comment));
        return get(id);
    }

    /** Adds a revision on top of {@code base}; if somebody made one meanwhile, problem {@code revision-stale}. */
    @Transactional
    public Revision revise(InstallationId id, int base, ClusterId cluster, Settings settings, String comment) {
        return acts.attempt(
                about("installation.revise", id).because(comment), () -> revised(id, base, cluster, settings, comment));
    }

    private Act about(String kind, InstallationId id) {
        return Act.of(kind)
                .on("installation", id, find(id).map(Installation::name).orElse(""));
    }

    private Revision revised(InstallationId id, int base, ClusterId cluster, Settings settings, String comment) {
        person.require(Role.OPERATOR, id);
        requireValid(settings);
        store.lock(id);
        var installation = open(id);
        if (!installation.cluster().equals(cluster)) {
            person.require(Role.OPERATOR, cluster);
        }
        var latest = installation.latestRevision();
        if (latest != base) {
            throw new ProblemException(Problem.of("revision-stale", base, latest));
        }
        store.insertRevision(id, base + 1, cluster, settings, person.name(), comment);
        var before = revision(id, base);
        acts.record(about("installation.revise", id)
                .before(RevisionFacts.of(before.cluster(), before.settings()))
                .after(RevisionFacts.of(cluster, settings))
                .with("revision", base + 1)
                .because(comment));
        return revision(id, base + 1);
    }

    /**
     * Makes a revision with the settings, cluster and decisions of an earlier one, on top of {@code base}. Problems: {@code
     * revision-stale}, {@code revision-same} when nothing would differ, {@code settings-invalid} when today's rules
     * refuse what was right then.
     */
    @Transactional
    public Revision restore(InstallationId id, int base, int earlier, String comment) {
        var wanted = revision(id, earlier);
        if (Comparison.between(revision(id, base), wanted).isEmpty()) {
            throw new ProblemException(Problem.of("revision-same", earlier, base));
        }
        var made = revise(id, base, wanted.cluster(), wanted.settings(), comment);
        Comparison.between(made, wanted)
                .decisions()
                .forEach(change -> decisions.insert(id, made.number(), change.claim(), change.after(), person.name()));
        return revision(id, made.number());
    }

    /** Everything that is wrong with the settings, in their usual order; empty when they may be used. */
    public List<SettingProblem> problems(Settings settings) {
        return Stream.concat(profiles.validate(settings).stream(), certificateRules.check(settings).stream())
                .sorted(Comparator.comparing(SettingProblem::setting))
                .toList();
    }

    /** The certificate that the settings serve, when the console keeps it. */
    public Optional<KeptCertificate> certificate(Settings settings) {
        return certificateRules.served(settings);
    }

    /** Makes a certificate for the names of these settings, and returns the text that stands for it there. */
    public String makeCertificate(Settings settings) {
        return certificates.make(CertificateRules.names(settings)).id().toString();
    }

    private void requireValid(Settings settings) {
        var problems = problems(settings);
        if (!problems.isEmpty()) {
            var keys = problems.stream()
                    .map(SettingProblem::setting)
                    .map(setting -> setting.key())
                    .toList();
            throw new ProblemException(Problem.of("settings-invalid", keys.size(), String.join(", ", keys)));
        }
    }

    /** The acting person's drafts, the latest first. */
    public List<Draft> drafts() {
        return drafts.of(person.name());
    }

    /** A draft of the acting person. */
    public Optional<Draft> draft(UUID id) {
        return drafts.find(id, person.name());
    }

    /** Whether the id stands for a draft that somebody else keeps. */
    public boolean isSomebodyElses(UUID id) {
        return drafts.owner(id).filter(owner -> !owner.equals(person.name())).isPresent();
    }

    /** Begins a draft that changes the installation from its latest revision. */
    public Draft draftChange(InstallationId id) {
        person.require(Role.OPERATOR, id);
        var installation = open(id);
        var latest = revision(id, installation.latestRevision());
        return saveDraft(UUID.randomUUID(), Draft.Content.changing(installation, latest));
    }

    /** Begins a draft of a new installation with the settings of a revision; secrets must be entered anew. */
    public Draft draftCopy(InstallationId id, int number) {
        var revision = revision(id, number);
        return draftOf(
                revision.settings(),
                revision.decisions().stream().map(TakenDecision::what).toList());
    }

    /** Begins a draft of a new installation with these settings, right or wrong; secrets must be entered anew. */
    public Draft draftOf(Settings settings) {
        return draftOf(settings, List.of());
    }

    /** The same, beginning with decisions about contested fields. */
    public Draft draftOf(Settings settings, List<FieldDecision> decided) {
        var content = Draft.Content.EMPTY.with(settings.withoutSecrets());
        return saveDraft(UUID.randomUUID(), content.deciding(decided));
    }

    /** Keeps what was entered so far, under the same id every time. */
    public Draft saveDraft(UUID id, Draft.Content content) {
        person.requireSomewhere(Role.OPERATOR);
        return drafts.save(id, person.name(), content);
    }

    public void deleteDraft(UUID id) {
        drafts.delete(id, person.name());
    }
}
