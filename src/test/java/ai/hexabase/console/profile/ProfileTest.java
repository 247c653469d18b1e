package ai.hexabase.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ProfileTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAX_VCLUSTERS          | 20    | 100
            DEFAULT_CPU_LIMIT      | 2000m | 4000m
            DEFAULT_MEMORY_LIMIT   | 4Gi   | 8Gi
            DEFAULT_STORAGE_LIMIT  | 100Gi | 500Gi
            CONTROL_PLANE_REPLICAS | 3     | 5
            DATABASE_REPLICAS      | 2     | 3
            BACKUP_RETENTION_DAYS  | 30    | 90
            ZONES                  | ''    | zone-a,zone-b,zone-c
            CPU_REQUEST            | 500m  | 1000m
            MEMORY_REQUEST         | 1Gi   | 2Gi
            CPU_LIMIT              | 2000m | 4000m
            MEMORY_LIMIT           | 4Gi   | 8Gi
            SERVICE_TYPE           | LoadBalancer | LoadBalancer
            """)
    void valuesAreThoseOfTheDocument(Setting setting, String small, String medium) {
        assertThat(Profile.of("small-enterprise").value(setting)).isEqualTo(small);
        assertThat(Profile.of("medium-enterprise").value(setting)).isEqualTo(medium);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAX_VCLUSTERS          | 500
            DEFAULT_CPU_LIMIT      | 16000m
            DEFAULT_MEMORY_LIMIT   | 32Gi
            DEFAULT_STORAGE_LIMIT  | 1Ti
            CONTROL_PLANE_REPLICAS | 6
            DATABASE_REPLICAS      | 3
            BACKUP_RETENTION_DAYS  | 90
            ZONES                  | zone-a,zone-b,zone-c
            CPU_REQUEST            | 2000m
            MEMORY_REQUEST         | 4Gi
            CPU_LIMIT              | 8000m
            MEMORY_LIMIT           | 16Gi
            DATABASE_STORAGE_SIZE  | 2Ti
            DATABASE_CPU           | 16
            DATABASE_MEMORY        | 64Gi
            SERVICE_TYPE           | LoadBalancer
            API_EXPOSURE           | inside-only
            """)
    void valuesOfTheLargeProfileAreThoseProposed(Setting setting, String large) {
        assertThat(Profile.of("large-enterprise").value(setting)).isEqualTo(large);
    }

    @Test
    void onlyTheLargeProfileIsAProposal() {
        assertThat(Profile.all())
                .filteredOn(profile -> profile.source() == Profile.Source.PROPOSAL)
                .extracting(Profile::id)
                .containsExactly("large-enterprise");
    }

    @Test
    void profilesFollowEachOtherWithoutAGap() {
        var profiles = Profile.all();
        for (var i = 1; i < profiles.size(); i++) {
            assertThat(profiles.get(i).usersFrom())
                    .isEqualTo(profiles.get(i - 1).usersBelow());
            assertThat(profiles.get(i).maxVclusters())
                    .isGreaterThan(profiles.get(i - 1).maxVclusters());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAX_VCLUSTERS, max_vclusters",
        "DEFAULT_CPU_LIMIT, default_cpu_limit",
        "DEFAULT_MEMORY_LIMIT, default_memory_limit",
        "DEFAULT_STORAGE_LIMIT, default_storage_limit",
        "CONTROL_PLANE_REPLICAS, control_plane_replicas",
        "DATABASE_REPLICAS, database_replicas",
        "BACKUP_RETENTION_DAYS, backup_retention_days",
        "ZONES, zones"
    })
    void keysAreThoseOfTheDocument(Setting setting, String key) {
        assertThat(setting.key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small-enterprise", "medium-enterprise", "large-enterprise"})
    void aProfileBreaksNoRuleAndHasAValueForEverySetting(String profile) {
        assertThat(new Profiles().validate(Profile.of(profile).settings())).isEmpty();
        assertThat(Profile.of(profile).values()).containsOnlyKeys(Setting.values());
    }

    @Test
    void imagesAreNeverLatest() {
        for (var profile : Profile.all()) {
            assertThat(profile.value(Setting.CONTROL_PLANE_IMAGE))
                    .doesNotContain("latest")
                    .contains(":");
        }
    }

    @Test
    void settingsComeBackFromJsonAsTheyWere() {
        var settings = Profile.of(Profile.MEDIUM).settings().with(Setting.BACKUP_RETENTION_DAYS, "60 days?");
        var json = JsonMapper.shared().writeValueAsString(settings);
        assertThat(JsonMapper.shared().readValue(json, Settings.class)).isEqualTo(settings);
        assertThat(json).doesNotContain("changed");
    }

    @Test
    void changedSettingsAreThoseThatDifferFromTheProfile() {
        var settings = Profile.of(Profile.SMALL)
                .settings()
                .with(Setting.BACKUP_RETENTION_DAYS, "60")
                .with(Setting.DATABASE_REPLICAS, "2");
        assertThat(settings.changed()).containsExactly(Setting.BACKUP_RETENTION_DAYS);
    }

    @Test
    void changesSurviveTheMoveToAnotherProfileAndDefaultsFollowIt() {
        var moved = Profile.of(Profile.SMALL)
                .settings()
                .with(Setting.BACKUP_RETENTION_DAYS, "60")
                .movedTo(Profile.of(Profile.MEDIUM));
        assertThat(moved.text(Setting.BACKUP_RETENTION_DAYS)).isEqualTo("60");
        assertThat(moved.text(Setting.MAX_VCLUSTERS)).isEqualTo("100");
    }
}
