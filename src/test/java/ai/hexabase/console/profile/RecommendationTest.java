package ai.hexabase.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTest {
    private static final Set<Needs.Present> USUAL =
            EnumSet.of(Needs.Present.CLOUD_NATIVE_PG, Needs.Present.LOAD_BALANCER);
    private final Profiles profiles = new Profiles();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # users | vclusters | zones | survive | profile           | warnings
            1       | 1         | 1     | false   | small-enterprise  | ''
            80      | 20        | 1     | false   | small-enterprise  | vclusters-at-limit
            99      | 19        | 3     | false   | small-enterprise  | ''
            100     | 5         | 3     | false   | medium-enterprise | ''
            99      | 21        | 3     | false   | medium-enterprise | ''
            50      | 5         | 3     | true    | medium-enterprise | ''
            50      | 5         | 2     | true    | medium-enterprise | zone-loss-too-few
            500     | 50        | 1     | false   | medium-enterprise | zones-not-spread
            1000    | 100       | 3     | true    | medium-enterprise | vclusters-at-limit
            1001    | 50        | 3     | false   | large-enterprise  | ''
            500     | 101       | 3     | false   | large-enterprise  | ''
            50      | 500       | 3     | true    | large-enterprise  | vclusters-at-limit
            5000    | 400       | 2     | true    | large-enterprise  | zone-loss-too-few
            5000    | 400       | 1     | false   | large-enterprise  | zones-not-spread
            10000   | 400       | 3     | true    | large-enterprise  | ''
            10001   | 400       | 3     | true    | large-enterprise  | users-beyond
            5000    | 501       | 3     | true    | large-enterprise  | vclusters-beyond
            """)
    void recommendsTheSmallestProfileThatFits(
            int users, int vclusters, int zones, boolean survive, String profile, String warnings) {
        var recommendation = profiles.recommend(new Needs(users, vclusters, zones, survive, USUAL));
        assertThat(recommendation.profile()).isEqualTo(profile);
        assertThat(recommendation.reasons().stream()
                        .filter(reason -> reason.level() == Reason.Level.WARNING)
                        .map(reason -> reason.message().key().replace("profile.reason.", "")))
                .containsExactlyElementsOf(warnings.isEmpty() ? Set.of() : Set.of(warnings));
    }

    @Test
    void theLargeProfileSaysWhyItFits() {
        assertThat(profiles.recommend(new Needs(1001, 101, 3, true, USUAL)).reasons())
                .contains(
                        Reason.ok("users-between", 1001, 1001, 10_000),
                        Reason.ok("vclusters-below", 101, 500),
                        Reason.ok("zone-loss-survived", 3));
    }

    @Test
    void fewUsersWithManyTenantsAreToldThatThereIsRoomForMore() {
        assertThat(profiles.recommend(new Needs(50, 101, 3, false, USUAL)).reasons())
                .contains(Reason.ok("users-roomy", 50, 1001, 10_000));
    }

    @Test
    void moreThanTheLargestProfileHoldsIsDividedOverSeveralInstallations() {
        assertThat(profiles.recommend(new Needs(20_001, 1_000, 3, true, USUAL)).reasons())
                .contains(
                        Reason.warning("users-beyond", 20_001, 10_000, 3),
                        Reason.warning("vclusters-beyond", 1_000, 500, 2));
    }

    @Test
    void whatIsTooMuchForAMediumProfileIsNotTooMuchForAll() {
        assertThat(profiles.judge(Profile.of(Profile.MEDIUM), new Needs(1001, 101, 3, true, USUAL))
                        .reasons())
                .contains(Reason.warning("users-above", 1001, 1000), Reason.warning("vclusters-above", 101, 100));
    }

    @Test
    void aProfileChosenAgainstTheAdviceIsJudgedHonestly() {
        var reasons = profiles.judge(Profile.of(Profile.SMALL), new Needs(300, 30, 3, true, USUAL))
                .reasons();
        assertThat(reasons.stream().filter(reason -> reason.level() == Reason.Level.WARNING))
                .hasSize(3);
    }

    @Test
    void aMediumProfileOnOneZoneIsNotSpreadSoThatItsPodsCanStart() {
        var settings = profiles.recommend(new Needs(500, 50, 1, false, USUAL)).settings();
        assertThat(settings.changed()).containsExactly(Setting.ZONES);
        assertThat(settings.list(Setting.ZONES)).isEmpty();
    }

    @Test
    void theValuesStayTheDocumentsWhereNothingSpeaksAgainstThem() {
        assertThat(profiles.recommend(new Needs(500, 50, 3, true, USUAL))
                        .settings()
                        .changed())
                .isEmpty();
    }

    @Test
    void whatIsAlreadyThereChangesWhatIsInstalled() {
        var present = EnumSet.of(Needs.Present.EXTERNAL_DATABASE);
        var settings = profiles.recommend(new Needs(10, 5, 1, false, present)).settings();
        assertThat(settings.is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)).isTrue();
        assertThat(settings.text(Setting.SERVICE_TYPE)).isEqualTo("NodePort");
    }

    @Test
    void aMissingDatabaseOperatorIsSaid() {
        var reasons = profiles.recommend(new Needs(10, 5, 1, false, Set.of())).reasons();
        assertThat(reasons).contains(Reason.warning("database-operator-missing"), Reason.warning("no-load-balancer"));
    }
}
