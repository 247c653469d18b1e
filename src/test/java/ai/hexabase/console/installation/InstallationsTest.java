package ai.hexabase.console.installation;

import static ai.hexabase.console.db.Tables.INSTALLATION_DRAFT;
import static ai.hexabase.console.db.Tables.INSTALLATION_REVISION;
import static ai.hexabase.console.db.Tables.INSTALLATION_SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.test.ConsoleTest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;

@ConsoleTest
@Transactional
class InstallationsTest {
    private static final Settings SMALL = Profile.of(Profile.SMALL).settings();

    @Autowired
    Installations installations;

    @Autowired
    Clusters clusters;

    @Autowired
    DSLContext db;

    private final ClusterId cluster = ClusterId.random();

    @Test
    @WithMockUser(username = "ken", roles = "OPERATOR")
    void anInstallationBeginsWithRevisionOneByWhoMadeIt() {
        var made = installations.create("hq-tokyo", cluster, SMALL, "first");
        assertThat(made.latestRevision()).isEqualTo(1);
        assertThat(made.profile()).isEqualTo(Profile.SMALL);
        var revision = installations.revision(made.id(), 1);
        assertThat(revision.settings()).isEqualTo(SMALL);
        assertThat(revision.createdBy()).isEqualTo("ken");
        assertThat(revision.comment()).isEqualTo("first");
        assertThat(revision.cluster()).isEqualTo(cluster);
        assertThat(installations.list()).contains(made);
    }

    @Test
    void revisionsAreNumberedAndTheOldOnesStay() {
        var made = installations.create("hq-tokyo", cluster, SMALL, "");
        installations.revise(made.id(), 1, cluster, SMALL.with(Setting.MAX_VCLUSTERS, "10"), "fewer");
        assertThat(installations.get(made.id()).latestRevision()).isEqualTo(2);
        assertThat(installations.revisions(made.id()))
                .extracting(Revision::number)
                .containsExactly(2, 1);
        assertThat(installations.revision(made.id(), 1).settings()).isEqualTo(SMALL);
    }

    @Test
    void aRevisionOnTopOfAnOldOneIsRefused() {
        var made = installations.create("hq-tokyo", cluster, SMALL, "");
        installations.revise(made.id(), 1, cluster, SMALL, "");
        assertRefused("revision-stale", () -> installations.revise(made.id(), 1, cluster, SMALL, ""));
    }

    @Test
    void goingBackMakesARevisionWithTheEarlierSettingsAndCluster() {
        var made = installations.create("hq-tokyo", cluster, SMALL, "");
        installations.revise(made.id(), 1, ClusterId.random(), SMALL.with(Setting.MAX_VCLUSTERS, "10"), "fewer");
        var restored = installations.restore(made.id(), 2, 1, "back");
        assertThat(restored.number()).isEqualTo(3);
        assertThat(restored.settings()).isEqualTo(SMALL);
        assertThat(restored.cluster()).isEqualTo(cluster);
        assertThat(restored.comment()).isEqualTo("back");
        assertRefused("revision-same", () -> installations.restore(made.id(), 3, 1, ""));
        assertRefused("revision-stale", () -> installations.restore(made.id(), 2, 1, ""));
        assertRefused("revision-unknown", () -> installations.restore(made.id(), 3, 9, ""));
    }

    @Test
    void aCopyNeedsItsOwnPassword() {
        var settings = SMALL.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                .with(Setting.DATABASE_HOST, "db.corp.internal")
                .with(Setting.DATABASE_PASSWORD, installations.sealPassword("p4ss"));
        var made = installations.create("hq-tokyo", cluster, settings, "");
        var copy = installations.draftCopy(made.id(), 1).content();
        assertThat(copy.settings()).isEqualTo(settings.with(Setting.DATABASE_PASSWORD, ""));
        assertThat(copy.base()).isNull();
    }

    @Test
    void aRevisionCannotBeChangedEvenInTheDatabase() {
        var made = installations.create("hq-tokyo", cluster, SMALL, "");
        assertThatThrownBy(() -> db.update(INSTALLATION_REVISION)
                        .set(INSTALLATION_REVISION.COMMENT, "changed")
                        .where(INSTALLATION_REVISION.INSTALLATION_ID.eq(
                                made.id().value()))
                        .execute())
                .hasMessageContaining("never changed");
    }

    @Test
    void namesAreUniqueWhateverTheirCase() {
        installations.create("hq-tokyo", cluster, SMALL, "");
        assertRefused("installation-name-taken", () -> installations.create("hq-tokyo", cluster, SMALL, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "HQ", "-a", "a-", "東京", "a b", "../x", "<script>"})
    void namesThatCannotStandInLinksAreRefused(String name) {
        assertRefused("installation-name", () -> installations.create(name, cluster, SMALL, ""));
    }

    @Test
    void brokenSettingsAreNeverSaved() {
        assertRefused(
                "settings-invalid",
                () -> installations.create("hq-tokyo", cluster, SMALL.with(Setting.MAX_VCLUSTERS, "many"), ""));
        assertThat(installations.list()).noneMatch(made -> made.name().equals("hq-tokyo"));
    }

    @Test
    @WithMockUser(username = "ann", roles = "VIEWER")
    void aViewerMayLookButNotMake() {
        assertThat(installations.list()).isNotNull();
        assertRefused("role-missing", () -> installations.create("hq-tokyo", cluster, SMALL, ""));
        assertRefused("role-missing", () -> installations.saveDraft(UUID.randomUUID(), Draft.Content.EMPTY));
        assertRefused("role-missing", () -> installations.sealPassword("x"));
    }

    @Test
    void whatDoesNotExistIsSaid() {
        assertRefused("installation-unknown", () -> installations.get(InstallationId.random()));
        assertRefused("revision-unknown", () -> installations.revision(InstallationId.random(), 1));
    }

    @Test
    void aDraftComesBackAsItWasLeftRightOrWrong() {
        var id = UUID.randomUUID();
        var content = Draft.Content.EMPTY
                .named("HQ ?")
                .with(SMALL.with(Setting.DEFAULT_MEMORY_LIMIT, "4GB"))
                .on(cluster)
                .at(4);
        installations.saveDraft(id, content);
        assertThat(installations.draft(id)).hasValueSatisfying(draft -> {
            assertThat(draft.content()).isEqualTo(content);
            assertThat(draft.person()).isEqualTo("misaki");
        });
        installations.saveDraft(id, content.named("hq"));
        assertThat(installations.drafts()).hasSize(1);
        installations.deleteDraft(id);
        assertThat(installations.draft(id)).isEmpty();
    }

    @Test
    void aDraftBelongsToWhoeverKeepsIt() {
        var id = UUID.randomUUID();
        installations.saveDraft(id, Draft.Content.EMPTY.named("mine"));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("ken", "", "ROLE_OPERATOR"));
        assertThat(installations.draft(id)).isEmpty();
        assertThat(installations.drafts()).isEmpty();
        installations.deleteDraft(id);
        assertThatThrownBy(() -> installations.saveDraft(id, Draft.Content.EMPTY))
                .isInstanceOf(RuntimeException.class);
        assertThat(db.fetchCount(INSTALLATION_DRAFT, INSTALLATION_DRAFT.PERSON.eq("misaki")))
                .isEqualTo(1);
    }

    @Test
    void aPasswordIsSealedAndOpenedOnlyForTheManifests() {
        var sealed = installations.sealPassword("p4ss w0rd");
        var settings = SMALL.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                .with(Setting.DATABASE_HOST, "db.corp.internal")
                .with(Setting.DATABASE_PASSWORD, sealed);
        var made = installations.create("hq-tokyo", cluster, settings, "");
        assertThat(installations.manifestInput(made.id(), 1).secrets().databasePassword())
                .isEqualTo("p4ss w0rd");
        assertThat(installations.revision(made.id(), 1).toString()).doesNotContain("p4ss w0rd");
        assertThat(db.select(INSTALLATION_SECRET.SEALED)
                        .from(INSTALLATION_SECRET)
                        .fetch(INSTALLATION_SECRET.SEALED))
                .allMatch(bytes -> !new String(bytes).contains("p4ss"));
    }

    @Test
    void aClusterSaysWhoseSettingsWouldMissIt() {
        installations.create("hq-tokyo", cluster, SMALL, "");
        assertThat(clusters.remindersOf(cluster)).contains("hq-tokyo");
        assertThat(clusters.usesOf(cluster)).as("nothing of it is there").doesNotContain("hq-tokyo");
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem())
                                .extracting(Problem::code)
                                .isEqualTo(code));
    }
}
