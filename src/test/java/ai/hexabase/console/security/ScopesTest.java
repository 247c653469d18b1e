package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.KeptClusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.common.Scope;
import ai.hexabase.console.drift.Drifts;
import ai.hexabase.console.identity.Identity;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.identity.RoleRule;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.kube.ApplyOptions;
import ai.hexabase.console.kube.ApplyResult;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.Yaml;
import ai.hexabase.console.manifest.Phase;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.rollout.KeptRollouts;
import ai.hexabase.console.rollout.Plans;
import ai.hexabase.console.rollout.Rollout;
import ai.hexabase.console.rollout.Rollouts;
import ai.hexabase.console.status.LiveKind;
import ai.hexabase.console.status.LiveObjects;
import ai.hexabase.console.status.LiveRow;
import ai.hexabase.console.status.LiveScope;
import ai.hexabase.console.status.NodeRow;
import ai.hexabase.console.status.PodRow;
import ai.hexabase.console.status.Snapshot;
import ai.hexabase.console.terminal.TerminalDiary;
import ai.hexabase.console.terminal.TerminalWish;
import ai.hexabase.console.terminal.Terminals;
import ai.hexabase.console.test.ConsoleTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A role that is limited to some installations or clusters lets see and do that much and no more. */
@ConsoleTest
@Import({KeptClusters.class, KeptRollouts.class})
class ScopesTest {
    private static final Settings SMALL = Profile.of(Profile.SMALL).settings();

    @Autowired
    Clusters clusters;

    @Autowired
    Installations installations;

    @Autowired
    Plans plans;

    @Autowired
    Rollouts rollouts;

    @Autowired
    Drifts drifts;

    @Autowired
    LiveObjects objects;

    @Autowired
    Terminals terminals;

    @Autowired
    ActingPerson person;

    @Autowired
    IdentityProviders providers;

    @Autowired
    KeptRollouts kept;

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private RegisteredCluster tokyo;
    private RegisteredCluster osaka;
    private Installation mine;
    private Installation other;

    @BeforeEach
    void two() {
        asAdministrator();
        tokyo = practice("scope-tokyo-" + suffix);
        osaka = practice("scope-osaka-" + suffix);
        mine = installations.create("scope-mine-" + suffix, tokyo.id(), SMALL, "");
        other = installations.create("scope-other-" + suffix, osaka.id(), SMALL, "");
    }

    @AfterEach
    void forget() {
        asAdministrator();
        clusters.abandon(tokyo.id());
        clusters.abandon(osaka.id());
    }

    private RegisteredCluster practice(String name) {
        return clusters.registerPractice(
                name, Site.UNKNOWN, clusters.practiceShapes().getFirst());
    }

    private static void asAdministrator() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
    }

    private void limited(Role role, Set<InstallationId> chosen, Set<ClusterId> places) {
        SignIns.as(SignIns.just("ann", new Grant(role, Scope.only(chosen, places))));
    }

    private void ofMine(Role role) {
        limited(role, Set.of(mine.id()), Set.of());
    }

    private void ofTokyo(Role role) {
        limited(role, Set.of(), Set.of(tokyo.id()));
    }

    private static void refused(String code, Runnable act) {
        assertThatThrownBy(act::run).hasMessageContaining(code);
    }

    @Test
    void whoeverIsLimitedToAnInstallationSeesItAndNoOther() {
        ofMine(Role.VIEWER);
        assertThat(installations.list()).containsExactly(mine);
        assertThat(installations.find(other.id())).isEmpty();
        assertThat(installations.revisions(other.id())).isEmpty();
        assertThat(installations.findRevision(other.id(), 1)).isEmpty();
        assertThat(installations.allRevisions())
                .allSatisfy(each -> assertThat(each.installation()).isEqualTo(mine.id()));
        assertThat(clusters.list()).extracting(RegisteredCluster::id).containsExactly(tokyo.id());
        assertThat(clusters.find(osaka.id())).isEmpty();
        refused("cluster-unknown", () -> clusters.connection(osaka.id()));
        refused("installation-unknown", () -> drifts.report(other.id()));
        assertThat(drifts.report(mine.id())).isNotNull();
    }

    @Test
    void whoeverIsLimitedToAnInstallationActsOnItAndOnNoOther() {
        ofMine(Role.OPERATOR);
        installations.revise(mine.id(), 1, tokyo.id(), SMALL.with(Setting.MAX_VCLUSTERS, "10"), "");
        refused("role-elsewhere", () -> installations.revise(other.id(), 1, osaka.id(), SMALL, ""));
        refused("role-elsewhere", () -> plans.make(other.id()));
        refused("role-elsewhere", () -> installations.create("scope-new-" + suffix, tokyo.id(), SMALL, ""));
        refused("role-elsewhere", () -> installations.revise(mine.id(), 2, osaka.id(), SMALL, ""));
    }

    @Test
    void anAdministratorOfAnInstallationIsNoneOfItsCluster() {
        ofMine(Role.ADMIN);
        assertThat(clusters.sight(tokyo.id()).whole()).isFalse();
        refused("role-elsewhere", () -> clusters.rename(tokyo.id(), "scope-renamed", Site.UNKNOWN));
        refused("role-elsewhere", () -> clusters.abandon(tokyo.id()));
        var wish = new TerminalWish(tokyo.id(), "hexabase-system", "web-1", "web", List.of("sh"), "why");
        refused("role-elsewhere", () -> terminals.open(wish, new TerminalDiary()));
    }

    @Test
    void whoeverIsLimitedToAClusterActsOnItAndWhatStandsOnItAlone() {
        ofTokyo(Role.ADMIN);
        assertThat(clusters.list()).extracting(RegisteredCluster::id).containsExactly(tokyo.id());
        assertThat(clusters.sight(tokyo.id()).whole()).isTrue();
        clusters.rename(tokyo.id(), "scope-again-" + suffix, Site.UNKNOWN);
        refused("role-elsewhere", () -> clusters.rename(osaka.id(), "scope-x", Site.UNKNOWN));
        assertThat(installations.list()).extracting(Installation::id).containsExactly(mine.id());
        installations.revise(mine.id(), 1, tokyo.id(), SMALL.with(Setting.MAX_VCLUSTERS, "10"), "");
        refused("role-elsewhere", () -> installations.revise(mine.id(), 2, osaka.id(), SMALL, ""));
        var made = installations.create("scope-made-" + suffix, tokyo.id(), SMALL, "");
        assertThat(installations.find(made.id())).isPresent();
    }

    @Test
    void anInstallationThatIsStillOnAnotherClusterIsNotOneOfTheCluster() {
        asAdministrator();
        var moved = kept.installation();
        kept.running(kept.plan(moved, true), Phase.DATABASE);
        installations.revise(moved.id(), 1, tokyo.id(), SMALL, "moves");
        ofTokyo(Role.OPERATOR);
        assertThat(installations.find(moved.id())).isEmpty();
        assertThat(person.may(Role.OPERATOR, moved.id())).isFalse();
        limited(Role.OPERATOR, Set.of(), Set.of(tokyo.id(), moved.cluster()));
        assertThat(person.may(Role.OPERATOR, moved.id())).isTrue();
    }

    @Test
    void whatConcernsTheWholeConsoleNeedsARoleWithoutALimit() {
        ofTokyo(Role.ADMIN);
        refused("role-limited", () -> practice("scope-third-" + suffix));
        refused("role-limited", providers::all);
        assertThat(person.may(Role.AUDITOR)).isFalse();
        assertThat(person.maySomewhere(Role.OPERATOR)).isTrue();
    }

    @Test
    void rolloutsOfOthersAreNeitherListedNorCountedNorOpened() {
        asAdministrator();
        var theirs = kept.running(kept.plan(other, true), Phase.DATABASE);
        var own = kept.running(kept.plan(mine, true), Phase.DATABASE);
        ofMine(Role.OPERATOR);
        assertThat(rollouts.list(0, 10)).extracting(Rollout::id).containsExactly(own);
        assertThat(rollouts.count()).isEqualTo(1);
        assertThat(rollouts.unfinished()).extracting(Rollout::id).containsExactly(own);
        assertThat(rollouts.find(theirs)).isEmpty();
        assertThat(rollouts.events(theirs, 0, 10)).isEmpty();
        assertThat(plans.latest(other.id())).isEmpty();
        refused("role-elsewhere", () -> rollouts.pause(theirs));
    }

    @Test
    void liveListsShowTheNamespacesOfTheInstallationOnly() {
        for (var namespace : List.of("hexabase-system", "shop")) {
            apply("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace));
            apply("""
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web, namespace: %s}
                    spec:
                      selector: {matchLabels: {app: web}}
                      template:
                        metadata: {labels: {app: web}}
                        spec:
                          containers: [{name: web, image: registry.example/web:1.4}]
                    """.formatted(namespace));
        }
        await().pollInSameThread().untilAsserted(() -> {
            assertThat(watched(LiveKind.PODS)).extracting(PodRow::namespace).contains("shop", "hexabase-system");
        });
        ofMine(Role.VIEWER);
        assertThat(watched(LiveKind.PODS)).extracting(PodRow::namespace).containsOnly("hexabase-system");
        assertThat(watched(LiveKind.NODES)).isEmpty();
        asAdministrator();
        List<NodeRow> nodes = watched(LiveKind.NODES);
        assertThat(nodes).isNotEmpty();
        ofMine(Role.VIEWER);
        assertThat(objects.details(nodes.getFirst())).isEmpty();
        refused("cluster-unknown", () -> objects.events(nodes.getFirst(), events -> {}));
    }

    private void apply(String yaml) {
        var object = KubeObject.of(Yaml.read(yaml, Yaml.Limits.OWN));
        assertThat(clusters.connection(tokyo.id()).apply(object, ApplyOptions.REAL))
                .isInstanceOf(ApplyResult.Applied.class);
    }

    private <R extends LiveRow> List<R> watched(LiveKind<R> kind) {
        var newest = new AtomicReference<Snapshot<R>>();
        try (var watch = objects.watch(kind, LiveScope.all(tokyo.id()), newest::set)) {
            return await().until(
                            () -> newest.get() == null || !newest.get().listed()
                                    ? List.<R>of()
                                    : newest.get().rows(),
                            rows -> newest.get() != null && newest.get().listed());
        }
    }

    @Test
    void severalLimitedRolesAddUp() {
        SignIns.as(SignIns.just(
                "ann",
                new Grant(Role.OPERATOR, Scope.only(Set.of(mine.id()), Set.of())),
                new Grant(Role.VIEWER, Scope.only(Set.of(other.id()), Set.of()))));
        assertThat(installations.list()).extracting(Installation::id).contains(mine.id(), other.id());
        refused("role-elsewhere", () -> installations.revise(other.id(), 1, osaka.id(), SMALL, ""));
    }

    @Test
    void aRuleOfAProviderKeepsWhatItIsLimitedTo() {
        asAdministrator();
        var scope = Scope.only(Set.of(mine.id()), Set.of(osaka.id()));
        var saved = providers.save(provider(new RoleRule("/tokyo", Role.OPERATOR, scope)), null);
        assertThat(providers.find(saved.id()).orElseThrow().rules())
                .containsExactly(new RoleRule("/tokyo", Role.OPERATOR, scope));
        assertThat(Identity.of(saved, Map.of("preferred_username", "ann", "groups", List.of("/tokyo")))
                        .grants())
                .containsExactly(new Grant(Role.OPERATOR, scope));
        providers.remove(saved.id());
        refused(
                "identity-scope-empty",
                () -> providers.save(provider(new RoleRule("/x", Role.VIEWER, Scope.NOTHING)), null));
    }

    private IdentityProvider provider(RoleRule... rules) {
        return new IdentityProvider(
                "scope-" + suffix,
                "Scope",
                URI.create("https://sso.example.com"),
                "console",
                IdentityProvider.SCOPES,
                IdentityProvider.NAME_CLAIM,
                IdentityProvider.ROLES_CLAIM,
                List.of(rules),
                "",
                false,
                null);
    }
}
