package ai.hexabase.console.installation;

import static ai.hexabase.console.db.Tables.INSTALLATION_FIELD_DECISION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.test.ConsoleTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.transaction.annotation.Transactional;

@ConsoleTest
@Transactional
class OwnershipsTest {
    private static final Settings SMALL = Profile.of(Profile.SMALL).settings();
    private static final FieldClaim REPLICAS =
            new FieldClaim(ResourceKind.DEPLOYMENT.named("n", "api"), ".spec.replicas", "kubectl-edit");
    private static final FieldClaim IMAGE = new FieldClaim(
            ResourceKind.DEPLOYMENT.named("n", "api"), ".spec.template.spec.containers[name=\"a\"].image", "argo");

    @Autowired
    Installations installations;

    @Autowired
    Ownerships ownerships;

    @Autowired
    DSLContext db;

    private final ClusterId cluster = ClusterId.random();
    private InstallationId id;

    @BeforeEach
    void install() {
        id = installations.create("hq-owner", cluster, SMALL, "").id();
    }

    private void revise(int base, String vclusters) {
        installations.revise(id, base, cluster, SMALL.with(Setting.MAX_VCLUSTERS, vclusters), "");
    }

    @Test
    void aDecisionHoldsFromItsRevisionOnUntilItIsChangedAndSaysWhoTookIt() {
        revise(1, "10");
        ownerships.decide(id, 2, REPLICAS, Decision.LEAVE);
        revise(2, "11");
        revise(3, "12");
        ownerships.decide(id, 4, REPLICAS, Decision.TAKE_OVER);
        assertThat(ownerships.of(id, 1)).isEmpty();
        assertThat(ownerships.of(id, 2)).extracting(TakenDecision::decision).containsExactly(Decision.LEAVE);
        assertThat(installations.revision(id, 3).decisions()).singleElement().satisfies(carried -> {
            assertThat(carried.what()).isEqualTo(new FieldDecision(REPLICAS, Decision.LEAVE));
            assertThat(carried.revision()).isEqualTo(2);
            assertThat(carried.by()).isEqualTo("misaki");
        });
        assertThat(installations.revisions(id).getFirst().decisions())
                .extracting(TakenDecision::decision)
                .containsExactly(Decision.TAKE_OVER);
    }

    @Test
    void anEarlierRevisionIsNeverDecidedAboutAgain() {
        revise(1, "10");
        assertRefused("revision-stale", () -> ownerships.decide(id, 1, REPLICAS, Decision.LEAVE));
        assertRefused("revision-stale", () -> ownerships.withdraw(id, 1, REPLICAS));
        ownerships.decide(id, 2, REPLICAS, Decision.LEAVE);
        assertThatThrownBy(() -> db.update(INSTALLATION_FIELD_DECISION)
                        .set(INSTALLATION_FIELD_DECISION.DECISION, "TAKE_OVER")
                        .execute())
                .hasMessageContaining("A revision is never changed");
    }

    @Test
    void rollingBackBringsBackTheDecisionsOfThen() {
        ownerships.decide(id, 1, REPLICAS, Decision.LEAVE);
        revise(1, "10");
        ownerships.decide(id, 2, REPLICAS, Decision.TAKE_OVER);
        ownerships.decide(id, 2, IMAGE, Decision.LEAVE);
        var back = installations.restore(id, 2, 1, "back");
        assertThat(back.decisions())
                .extracting(TakenDecision::what)
                .containsExactly(new FieldDecision(REPLICAS, Decision.LEAVE));
        assertThat(Comparison.between(installations.revision(id, 2), back).decisions())
                .containsExactly(
                        new DecisionChange(REPLICAS, Decision.TAKE_OVER, Decision.LEAVE),
                        new DecisionChange(IMAGE, Decision.LEAVE, null));
        assertRefused("revision-same", () -> installations.restore(id, 3, 1, ""));
    }

    @Test
    void aDecisionTakenBackMustBeTakenAnew() {
        ownerships.decide(id, 1, REPLICAS, Decision.LEAVE);
        ownerships.withdraw(id, 1, REPLICAS);
        assertThat(ownerships.of(id, 1)).isEmpty();
    }

    @Test
    void aCopyBeginsWithTheDecisions() {
        ownerships.decide(id, 1, REPLICAS, Decision.LEAVE);
        var draft = installations.draft(installations.draftCopy(id, 1).id()).orElseThrow();
        var copy =
                installations.create("hq-copy", cluster, SMALL, draft.content().decisions(), "");
        assertThat(ownerships.of(copy.id(), 1)).extracting(TakenDecision::claim).containsExactly(REPLICAS);
        installations.deleteDraft(draft.id());
    }

    @Test
    void whoeverMayOnlyReadDecidesNothing() {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new TestingAuthenticationToken("vera", "", "ROLE_VIEWER")));
        assertRefused("role-missing", () -> ownerships.decide(id, 1, REPLICAS, Decision.LEAVE));
        assertRefused("role-missing", () -> ownerships.withdraw(id, 1, REPLICAS));
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem())
                                .extracting(Problem::code)
                                .isEqualTo(code));
    }
}
