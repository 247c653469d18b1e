package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.Entry;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.audit.ForwardTargets;
import ai.hexabase.console.audit.Retentions;
import ai.hexabase.console.certificate.Certificates;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.KeptClusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.ExternalDatabase.Tls;
import ai.hexabase.console.database.Login;
import ai.hexabase.console.datastore.Datastores;
import ai.hexabase.console.drift.DriftedObject;
import ai.hexabase.console.drift.Drifts;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.identity.KeycloakAccess;
import ai.hexabase.console.identity.KeycloakSetup;
import ai.hexabase.console.identity.KeycloakWish;
import ai.hexabase.console.identity.RoleRule;
import ai.hexabase.console.installation.Closings;
import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.Ownerships;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.rollout.Adoption;
import ai.hexabase.console.rollout.KeptRollouts;
import ai.hexabase.console.rollout.Plan;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.Removals;
import ai.hexabase.console.rollout.RolloutId;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.sealing.EncryptionKeys;
import ai.hexabase.console.terminal.TerminalDiary;
import ai.hexabase.console.terminal.TerminalWish;
import ai.hexabase.console.terminal.Terminals;
import ai.hexabase.console.test.ConsoleTest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What people may not do is refused at the modules' own doors, and on record, whatever a screen lets them press. */
@ConsoleTest
@Import({KeptClusters.class, KeptRollouts.class})
class RightsTest {
    private static final Settings SMALL = Profile.of(Profile.SMALL).settings();
    private static final KubeAccess ACCESS =
            KubeAccess.of(URI.create("https://127.0.0.1:1"), null, new Credentials.BearerToken("token"));
    private static final Instant SOON = Clock.systemUTC().instant().plus(Duration.ofDays(1));

    @Autowired
    Clusters clusters;

    @Autowired
    Kubeconfigs kubeconfigs;

    @Autowired
    Terminals terminals;

    @Autowired
    SessionSettings sessionSettings;

    @Autowired
    Installations installations;

    @Autowired
    Closings closings;

    @Autowired
    Ownerships ownerships;

    @Autowired
    Certificates certificates;

    @Autowired
    Plans plans;

    @Autowired
    Removals removals;

    @Autowired
    Rollouts rollouts;

    @Autowired
    Drifts drifts;

    @Autowired
    Retentions retentions;

    @Autowired
    ForwardTargets forwarding;

    @Autowired
    IdentityProviders providers;

    @Autowired
    KeycloakSetup keycloak;

    @Autowired
    Trials trials;

    @Autowired
    Datastores datastores;

    @Autowired
    EncryptionKeys keys;

    @Autowired
    Acts acts;

    @Autowired
    KeptRollouts kept;

    private Installation installation;
    private Plan plan;
    private RolloutId rollout;
    private IdentityProvider provider;

    @BeforeEach
    void prepare() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
        installation = kept.installation();
        plan = kept.replacing(installation);
        rollout = kept.running(kept.plan(kept.installation(), true), Phase.DATABASE);
        provider = providers.save(
                new IdentityProvider(
                        "rights-" + UUID.randomUUID().toString().substring(0, 8),
                        "Rights",
                        URI.create("https://sso.example.com"),
                        "console",
                        IdentityProvider.SCOPES,
                        IdentityProvider.NAME_CLAIM,
                        IdentityProvider.ROLES_CLAIM,
                        List.of(new RoleRule("/all", Role.VIEWER)),
                        "",
                        false,
                        null),
                null);
        providers.noteTest(provider.id());
    }

    @AfterEach
    void forget() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
        providers.remove(provider.id());
    }

    private Map<String, Runnable> doors() {
        var doors = new LinkedHashMap<String, Runnable>();
        aboutClusters(doors);
        aboutInstallations(doors);
        aboutRollouts(doors);
        aboutDrift(doors);
        aboutTheConsole(doors);
        return doors;
    }

    private void aboutClusters(Map<String, Runnable> doors) {
        var cluster = installation.cluster();
        doors.put("register a cluster", () -> clusters.register("rights-x", Site.UNKNOWN, ACCESS));
        doors.put("register this cluster", () -> clusters.registerInCluster("rights-x", Site.UNKNOWN));
        doors.put("register practice", () -> clusters.registerPractice("rights-x", Site.UNKNOWN, "any"));
        doors.put("try an access", () -> clusters.tryOut(ACCESS, stage -> {}));
        doors.put("replace credentials", () -> clusters.replaceCredentials(cluster, ACCESS));
        doors.put("rename a cluster", () -> clusters.rename(cluster, "rights-y", Site.UNKNOWN));
        doors.put("remove a cluster", () -> clusters.remove(cluster));
        doors.put("abandon a cluster", () -> clusters.abandon(cluster));
        doors.put("see kubeconfigs", kubeconfigs::onThisMachine);
        doors.put("open a terminal", () -> terminals.open(wish(), new TerminalDiary()));
        doors.put("list containers for it", () -> terminals.containers(cluster, "default", "web-1"));
        doors.put("read terminals", () -> terminals.sessions(0, 1));
    }

    private TerminalWish wish() {
        return new TerminalWish(installation.cluster(), "default", "web-1", "web", List.of("sh"), "why");
    }

    private void aboutInstallations(Map<String, Runnable> doors) {
        var id = installation.id();
        var cluster = installation.cluster();
        doors.put("create", () -> installations.create("rights-new", cluster, SMALL, ""));
        doors.put("revise", () -> installations.revise(id, 1, cluster, SMALL, ""));
        doors.put("draft a change", () -> installations.draftChange(id));
        doors.put("draft a copy", () -> installations.draftCopy(id, 1));
        doors.put("draft from a file", () -> installations.draftOf(SMALL));
        doors.put("keep a draft", () -> installations.saveDraft(UUID.randomUUID(), Draft.Content.EMPTY));
        doors.put("seal a password", () -> installations.sealPassword("secret"));
        doors.put("make a certificate", () -> installations.makeCertificate(SMALL));
        doors.put("keep a certificate", () -> certificates.keep("", ""));
        doors.put("forget a key", () -> certificates.forgetKey(UUID.randomUUID()));
        doors.put("close", () -> closings.close(id));
        doors.put("decide about a field", () -> ownerships.decide(id, 1, claim(), Decision.LEAVE));
        doors.put("take that back", () -> ownerships.withdraw(id, 1, claim()));
    }

    private static FieldClaim claim() {
        return new FieldClaim(ResourceKind.SERVICE.named("hexabase-system", "api"), "spec.type", "kubectl");
    }

    private void aboutRollouts(Map<String, Runnable> doors) {
        var api = ResourceKind.SERVICE.named("hexabase-system", "api");
        doors.put("plan", () -> plans.make(installation.id()));
        doors.put("decide in a plan", () -> plans.decide(plan.id(), claim(), Decision.LEAVE));
        doors.put("adopt", () -> plans.adopt(plan.id(), api, Adoption.Answer.ADOPT));
        doors.put("agree to a replacement", this::agree);
        doors.put("plan a removal", () -> removals.make(installation.id(), installation.cluster(), false));
        doors.put("start", () -> rollouts.start(plan.id()));
        doors.put("retry", () -> rollouts.retry(rollout));
        doors.put("pause", () -> rollouts.pause(rollout));
        doors.put("resume", () -> rollouts.resume(rollout));
        doors.put("cancel", () -> rollouts.cancel(rollout));
    }

    private void agree() {
        plans.agree(plan.id(), plan.entries().getLast(), true);
    }

    private void aboutDrift(Map<String, Runnable> doors) {
        var id = installation.id();
        var object = new DriftedObject(
                ResourceKind.SERVICE.named("hexabase-system", "api"),
                DriftedObject.Kind.GONE,
                List.of(),
                null,
                Instant.EPOCH,
                null);
        doors.put("compare now", () -> drifts.compareNow(id));
        doors.put("ignore", () -> drifts.ignore(id, object, null, "why", SOON));
        doors.put("end ignoring", () -> drifts.endIgnore(UUID.randomUUID()));
        doors.put("look for settings", () -> drifts.acceptance(id, object));
        doors.put("accept", () -> drifts.accept(id, List.of(), ""));
    }

    private void aboutTheConsole(Map<String, Runnable> doors) {
        var access = new KeycloakAccess(URI.create("https://sso.example.com"), "r", "master", "a", "p", "");
        var wish = new KeycloakWish("console", "a", "b", "c");
        doors.put("save a provider", () -> providers.save(provider, null));
        doors.put("switch a provider on", () -> providers.switchOn(provider.id()));
        doors.put("switch a provider off", () -> providers.switchOff(provider.id()));
        doors.put("remove a provider", () -> providers.remove(provider.id()));
        doors.put("list providers", providers::all);
        doors.put("reach a provider", () -> providers.reach(provider));
        doors.put("look at a Keycloak", () -> keycloak.plan(access, wish));
        doors.put("set up a Keycloak", () -> keycloak.apply(access, wish));
        doors.put("read a trial", () -> trials.last(provider.id()));
        doors.put("change session limits", () -> sessionSettings.change(0, Map.of()));
        doors.put("read session limits", sessionSettings::current);
        doors.put("change retention", () -> retentions.change(1, 90, false, "why"));
        doors.put("move the database", () -> datastores.startMove(elsewhere()));
        doors.put("exchange the key", keys::renew);
        doors.put("read retention", retentions::current);
        doors.put("read the record", () -> acts.find(EntryQuery.ALL, 0, 1));
    }

    @TestFactory
    Stream<DynamicTest> viewersAreRefusedAtEveryDoorAndThatIsOnRecord() {
        return doors().entrySet().stream()
                .map(door -> dynamicTest(door.getKey(), () -> {
                    SignIns.as(SignIns.just("ann", Grant.everywhere(Role.VIEWER)));
                    assertThat(refusal(door.getValue())).isEqualTo("role-missing");
                    assertThat(newest()).satisfies(entry -> {
                        assertThat(entry.who().name()).isEqualTo("ann");
                        assertThat(entry.act().result()).isEqualTo(Act.Result.REFUSED);
                        assertThat(entry.act().problem()).isEqualTo("role-missing");
                    });
                }));
    }

    private static ExternalDatabase elsewhere() {
        var login = new Login("console", "secret");
        return new ExternalDatabase("127.0.0.1", 1, "console", login, login, Tls.VERIFY_FULL, "");
    }

    private static String refusal(Runnable door) {
        try {
            door.run();
            return "nothing";
        } catch (ProblemException refused) {
            return refused.problem().code();
        }
    }

    private Entry newest() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
        return acts.find(EntryQuery.ALL, 0, 1).getFirst();
    }

    @Test
    void aRefusalSaysWhatWasAskedFor() {
        SignIns.as(SignIns.just("ann", Grant.everywhere(Role.VIEWER)));
        refusal(() -> installations.draftChange(installation.id()));
        assertThat(newest().act()).satisfies(act -> {
            assertThat(act.kind()).isEqualTo("access.refuse");
            assertThat(act.after())
                    .containsEntry("asked", "Installations.draftChange")
                    .containsEntry("role", "operator");
            assertThat(act.object()).isNotNull();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsDangerousAsksForASignInNotLongAgo() {
        var dangerous = new EnumMap<Dangerous, Runnable>(Dangerous.class);
        dangerous.put(Dangerous.SWITCH_PROVIDER, () -> providers.switchOn(provider.id()));
        dangerous.put(Dangerous.REMOVE_PROVIDER, () -> providers.remove(provider.id()));
        dangerous.put(Dangerous.CHANGE_SESSION_LIMITS, () -> sessionSettings.change(0, Map.of()));
        dangerous.put(Dangerous.CHANGE_RETENTION, () -> retentions.change(1, 90, false, "why"));
        dangerous.put(Dangerous.STOP_FORWARDING, () -> forwarding.remove(UUID.randomUUID()));
        dangerous.put(Dangerous.REMOVE_CLUSTER, () -> clusters.abandon(installation.cluster()));
        dangerous.put(Dangerous.REPLACE_CREDENTIALS, () -> clusters.replaceCredentials(ClusterId.random(), ACCESS));
        dangerous.put(
                Dangerous.REMOVE_INSTALLATION,
                () -> rollouts.start(kept.removing(installation).id()));
        dangerous.put(Dangerous.CLOSE_INSTALLATION, () -> closings.close(installation.id()));
        dangerous.put(Dangerous.REPLACE_OBJECT, this::agree);
        dangerous.put(Dangerous.OPEN_TERMINAL, () -> terminals.open(wish(), new TerminalDiary()));
        dangerous.put(Dangerous.MOVE_DATABASE, () -> datastores.startMove(elsewhere()));
        dangerous.put(Dangerous.EXCHANGE_KEY, keys::renew);
        assertThat(dangerous.keySet()).containsExactly(Dangerous.values());
        return dangerous.entrySet().stream()
                .map(act -> dynamicTest(act.getKey().name(), () -> {
                    SignIns.as(SignIns.ago(Duration.ofMinutes(12), "ann", Grant.everywhere(Role.ADMIN)));
                    assertThat(refusal(act.getValue())).isEqualTo("sign-in-too-old");
                    assertThat(newest().act().problem()).isEqualTo("sign-in-too-old");
                }));
    }
}
