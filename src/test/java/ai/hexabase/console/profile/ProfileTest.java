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
    @ValueSource(strings = {"small-enterprise", "medium-enterprise"})
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
