package ai.hexabase.console.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.Entry;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.drift.DriftedObject.Kind;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.kube.DeleteOptions;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.manifest.Names;
import ai.hexabase.console.practice.PracticeCluster;
import ai.hexabase.console.practice.PracticeClusters;
import ai.hexabase.console.practice.Trouble;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.rollout.Baselines;
import ai.hexabase.console.rollout.RolloutState;
import ai.hexabase.console.test.HandClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

/** The whole way on one practice cluster: found by the watch, told, and put back, accepted or ignored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriftOnPracticeClusterTest extends DriftGround {
    @Autowired
    PracticeClusters practice;

    @Autowired
    Baselines baselines;

    @Autowired
    DriftStore store;

    @Autowired
    IgnoredStore ignores;

    @Autowired
    Acceptances acceptances;

    @Autowired
    DriftWatches watches;

    @Autowired
    DriftNews news;

    @Autowired
    DriftSettings settings;

    @Autowired
    ActingPerson person;

    @Autowired
    Acts acts;

    @Nullable
    InstallationId rolledOut;

    @Nullable
    PracticeCluster cluster;

    @BeforeEach
    void inSync() {
        if (rolledOut == null) {
            var registered = clusters.registerPractice(
                    unique("practice"), Site.UNKNOWN, clusters.practiceShapes().getFirst());
            cluster = practice.find(registered.server().getHost()).orElseThrow();
            rolledOut = install(registered.id(), small());
            assertThat(drifts.report(rolledOut).state()).isEqualTo(new DriftState.NotRolledOut());
        }
        var needed = rollouts.latest(rolledOut).isEmpty()
                || !(drifts.report(rolledOut).state() instanceof DriftState.InSync);
        if (needed) {
            rollOut(rolledOut);
        }
        awaitInSync(rolledOut);
    }

    private InstallationId id() {
        return Objects.requireNonNull(rolledOut);
    }

    private PracticeCluster cluster() {
        return Objects.requireNonNull(cluster);
    }

    private void scale(int replicas) {
        cluster()
                .editAs(
                        "kubectl-edit",
                        DEPLOYMENT,
                        JsonMapper.shared().readTree("{\"spec\":{\"replicas\":" + replicas + "}}"));
    }

    @Test
    void aFieldThatSomebodyElseChangedIsToldWithBothValuesAndWhoAndPuttingBackEndsIt() {
        scale(5);
        var object = awaitDrifted(id());
        assertThat(object.ref()).isEqualTo(DEPLOYMENT);
        assertThat(object.fields()).singleElement().satisfies(field -> {
            assertThat(field.path()).hasToString(".spec.replicas");
            assertThat(field.expected()).isEqualTo(small().text(Setting.CONTROL_PLANE_REPLICAS));
            assertThat(field.live()).isEqualTo("5");
            assertThat(Objects.requireNonNull(field.owner()).manager()).isEqualTo("kubectl-edit");
            assertThat(field.writtenAt()).isNotNull();
        });
        rollOut(id());
        awaitInSync(id());
        assertThat(drifts.report(id()).open()).isEmpty();
    }

    @Test
    void whatASettingDecidesIsAcceptedIntoADraftAndNothingDiffersOnceThatIsRolledOut() {
        scale(4);
        var acceptance = drifts.acceptance(id(), awaitDrifted(id()));
        var option = acceptance.fields().getFirst().options().getFirst();
        assertThat(option.change().setting()).isEqualTo(Setting.CONTROL_PLANE_REPLICAS);
        var draft = drifts.accept(id(), List.of(option.change()), "four are needed");
        assertThat(onRecord("drift.accept")).satisfies(act -> {
            assertThat(act.before().values()).containsExactly(option.change().before());
            assertThat(act.after().values()).containsExactly(option.change().after());
            assertThat(act.reason()).isEqualTo("four are needed");
        });
        var content = draft.content();
        assertThat(content.base()).isEqualTo(new Draft.Base(id(), acceptance.base()));
        var changed = Objects.requireNonNull(content.settings());
        assertThat(changed.text(Setting.CONTROL_PLANE_REPLICAS)).isEqualTo("4");
        var cluster = Objects.requireNonNull(content.cluster());
        installations.revise(id(), acceptance.base(), cluster, changed, content.comment());
        rollOut(id());
        awaitInSync(id());
    }

    @Test
    void aFieldWithoutASettingCanBeLeftToWhoSetItFromNowOn() {
        cluster()
                .editAs(
                        "kubectl-edit",
                        DEPLOYMENT,
                        JsonMapper.shared().readTree("{\"spec\":{\"progressDeadlineSeconds\":900}}"));
        var object = awaitDrifted(id());
        var field = object.fields().getFirst();
        assertThat(drifts.acceptance(id(), object).fields().getFirst().options())
                .isEmpty();
        drifts.leave(id(), object, field);
        awaitInSync(id());
        assertThat(drifts.report(id()).ignored()).isEmpty();
    }

    @Test
    void anObjectThatSomebodyDeletedIsDriftUntilItIsThereAgain() {
        var service = ResourceKind.SERVICE.named(Names.NAMESPACE, Names.UI_SERVICE);
        var connection = clusters.connection(installations.get(id()).cluster());
        connection.delete(service, DeleteOptions.BACKGROUND);
        var object = awaitDrifted(id());
        assertThat(object.ref()).isEqualTo(service);
        assertThat(object.kind()).isEqualTo(Kind.GONE);
    }

    @Test
    void anIgnoredDifferenceIsCountedApartAndCountsAgainByItselfWhenItsDayIsOver() {
        scale(6);
        var object = awaitDrifted(id());
        var clock = new HandClock();
        clock.reach(java.time.Clock.systemUTC().instant());
        var drifts = by(clock);
        var until = clock.instant().plus(Duration.ofMinutes(5));
        drifts.ignore(id(), object, object.fields().getFirst().path(), "load test", until);
        assertThat(drifts.report(id())).satisfies(report -> {
            assertThat(report.state()).isInstanceOf(DriftState.InSync.class);
            assertThat(report.open()).isEmpty();
            assertThat(report.ignored()).hasSize(1);
        });
        assertThat(ignores.list(id()).getFirst()).satisfies(kept -> {
            assertThat(kept.by()).isEqualTo("misaki");
            assertThat(kept.reason()).isEqualTo("load test");
        });
        clock.pass(Duration.ofMinutes(5));
        assertThat(drifts.report(id())).satisfies(report -> {
            assertThat(report.state()).isInstanceOf(DriftState.Drifted.class);
            assertThat(report.ignored()).isEmpty();
        });
    }

    @Test
    void anIgnoredDifferenceCountsAgainWhenSomebodyEndsItEarly() {
        scale(7);
        var object = awaitDrifted(id());
        var until = java.time.Clock.systemUTC().instant().plus(Duration.ofDays(3));
        drifts.ignore(id(), object, null, "load test", until);
        awaitInSync(id());
        drifts.endIgnore(drifts.report(id()).ignores().getFirst().id());
        awaitDrifted(id());
        assertThat(drifts.ignoredSoFar(id()).getFirst().endedEarlyBy()).isEqualTo("misaki");
    }

    @Test
    void ignoringNeedsAReasonAndAnEndWithinAYear() {
        var object = DriftSamples.changed("replicas");
        var now = java.time.Clock.systemUTC().instant();
        assertThatThrownBy(() -> drifts.ignore(id(), object, null, " ", now.plusSeconds(60)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> drifts.ignore(id(), object, null, "why", now.minusSeconds(60)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> drifts.ignore(id(), object, null, "why", now.plus(Duration.ofDays(367))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    @WithMockUser(username = "ken", roles = "VIEWER")
    void whoMayOnlyLookActsOnNothing() {
        var object = DriftSamples.changed("replicas");
        var soon = java.time.Clock.systemUTC().instant().plusSeconds(60);
        assertThatThrownBy(() -> drifts.ignore(id(), object, null, "why", soon)).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> drifts.compareNow(id())).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> drifts.acceptance(id(), object)).hasMessageContaining("role-missing");
        assertThatThrownBy(() -> drifts.accept(id(), List.of(), "")).hasMessageContaining("role-missing");
        assertThat(drifts.report(id()).state()).isInstanceOf(DriftState.InSync.class);
    }

    @Test
    void aClusterThatIsCutOffIsUnknownAndComparedAgainAsSoonAsItAnswers() {
        var before = Objects.requireNonNull(drifts.report(id()).comparedAt());
        cluster().switchOn(Trouble.API_SERVER_GONE);
        try {
            awaitState(id(), DriftState.Unknown.class);
        } finally {
            cluster().switchOff(Trouble.API_SERVER_GONE);
        }
        awaitInSync(id());
        eventually()
                .untilAsserted(
                        () -> assertThat(drifts.report(id()).comparedAt()).isAfter(before));
    }

    @Test
    void whileARolloutIsUnderWayNothingIsCalledDrift() {
        var revised = installations.revise(
                id(),
                installations.get(id()).latestRevision(),
                installations.get(id()).cluster(),
                small().with(Setting.MAX_VCLUSTERS, "25"),
                "");
        assertThat(drifts.report(id()).state()).isInstanceOf(DriftState.InSync.class);
        var rollout = startRollout(id());
        assertThat(drifts.report(id()).state())
                .isEqualTo(
                        new DriftState.UnderWay(rollout, rollouts.get(rollout).number()));
        eventually().until(() -> rollouts.get(rollout).state() == RolloutState.DONE);
        awaitInSync(id());
        assertThat(drifts.report(id()).revision()).isEqualTo(revised.number());
    }

    @Test
    void plansAndComparisonsThatSomebodyAskedForAreOnRecord() {
        drifts.compareNow(id());
        assertThat(onRecord("drift.compare").result()).isEqualTo(Act.Result.DONE);
        var plan = onRecord("plan.make");
        assertThat(plan.links()).containsKeys("plan", "revision", "cluster");
        assertThat(plan.after()).containsEntry("removes", false);
    }

    /** The newest of this kind about the installation. */
    private Act onRecord(String kind) {
        return acts.find(EntryQuery.about("installation", id()), 0, 100).stream()
                .map(Entry::act)
                .filter(act -> act.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Drifts by(HandClock clock) {
        return new Drifts(
                baselines,
                rollouts,
                clusters,
                store,
                ignores,
                acceptances,
                watches,
                news,
                settings,
                person,
                acts,
                clock);
    }
}
