package ai.hexabase.console.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRulesTest {
    private final Settings settings = Profile.of(Profile.SMALL).settings();

    @ParameterizedTest
    @CsvSource({
        "4GB, 4Gi",
        "4gb, 4Gi",
        "4 Gi, 4Gi",
        "4GiB, 4Gi",
        "4g, 4Gi",
        "4096MB, 4096Mi",
        "'4,096 MB', 4096Mi",
        "４Ｇｉ, 4Gi",
        "4, 4Gi",
        "2048Ki, 2048Ki",
        "4m, 4Mi"
    })
    void offersTheQuantityThatIsProbablyMeant(String typed, String meant) {
        var problem = only(Setting.DEFAULT_MEMORY_LIMIT, typed);
        if (Quantity.parse(meant).orElseThrow().units() < 128L << 20) {
            assertThat(problem.suggestion()).as("too small to be offered").isNull();
        } else {
            assertThat(problem.suggestion()).isEqualTo(meant);
        }
    }

    @Test
    void saysHowLargeBothReadingsOf4GbWouldBe() {
        var problem = only(Setting.DEFAULT_MEMORY_LIMIT, "4GB").problem();
        assertThat(problem.code()).isEqualTo("setting-quantity-two");
        assertThat(problem.args()).containsExactly("4GB", "4Gi", "4,295", "4G", "4,000");
    }

    @ParameterizedTest
    @CsvSource({"2 cores, 2", "2 vCPU, 2", "2000M, 2000m", "２, 2", "'2,000m', 2000m"})
    void offersTheCpuThatIsProbablyMeant(String typed, String meant) {
        assertThat(only(Setting.DEFAULT_CPU_LIMIT, typed).suggestion()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hexabase/control-plane", "hexabase/control-plane:latest"})
    void anImageThatMovesIsRefusedAndAVersionOffered(String image) {
        assertThat(only(Setting.CONTROL_PLANE_IMAGE, image).suggestion()).isEqualTo("hexabase/control-plane:1.5.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.corp:5000/hexabase/control-plane:1.5.0",
                "localhost/a:1",
                "nginx:1.27",
                "a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                "r:5000/a:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void imagesByTheReferenceGrammarAreAccepted(String image) {
        assertThat(SettingRules.check(settings.with(Setting.CONTROL_PLANE_IMAGE, image)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONTROL_PLANE_IMAGE    | Hexabase/Control Plane:1
            CONTROL_PLANE_IMAGE    | a@sha256:abc
            CONTROL_PLANE_IMAGE    | https://registry/a:1
            CONTROL_PLANE_REPLICAS | 0
            CONTROL_PLANE_REPLICAS | 99
            CONTROL_PLANE_REPLICAS | -3
            CONTROL_PLANE_REPLICAS | three
            CONTROL_PLANE_REPLICAS | 3.5
            CONTROL_PLANE_REPLICAS | 99999999999999999999
            MAX_VCLUSTERS          | ''
            ZONES                  | zone-a,,zone-b
            ZONES                  | zone-a,zone-a
            ZONES                  | zone/a
            DATABASE_STORAGE_CLASS | Fast SSD
            DATABASE_STORAGE_CLASS | ../../etc
            HEALTH_PATH            | healthz
            HEALTH_PATH            | /healthz?x=$(id)
            BACKUP_DESTINATION     | http://backups
            BACKUP_DESTINATION     | s3://B
            SERVICE_TYPE           | ExternalName
            DEFAULT_MEMORY_LIMIT   | -4Gi
            DEFAULT_MEMORY_LIMIT   | 9999Ei
            DEFAULT_CPU_LIMIT      | 1m
            DATABASE_CPU           | two
            """)
    void sillyValuesAreRefusedAtTheirField(Setting setting, String text) {
        assertThat(SettingRules.check(settings.with(setting, text)))
                .extracting(SettingProblem::setting)
                .contains(setting);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void hostileTextIsRefusedQuicklyEverywhereAndRepeatedShort(Setting setting) {
        var bombs = Stream.of(
                "a".repeat(200_000),
                "-".repeat(200_000),
                "0 ".repeat(100_000),
                "\u0000\u0001\n: !!",
                "a: &x [*x]",
                "\"\n  evil: yes");
        var ground = sayingSomething(setting);
        org.junit.jupiter.api.Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> bombs.forEach(bomb -> {
                    var problems = SettingRules.check(ground.with(setting, bomb));
                    assertThat(problems).extracting(SettingProblem::setting).contains(setting);
                    assertThat(problems.getFirst().problem().args()).allMatch(arg -> arg.length() < 100);
                }));
    }

    /** Settings beside which this one says something. */
    private Settings sayingSomething(Setting setting) {
        var everything = settings.with(Setting.BACKUP_DESTINATION, "s3://backups")
                .with(Setting.BACKUP_CREDENTIALS, "keys")
                .with(Setting.IMAGE_REGISTRY, "registry.corp")
                .with(Setting.ZONES, "a,b");
        return Stream.of(
                        everything,
                        everything.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL),
                        everything.with(Setting.TLS_SOURCE, Setting.Words.KEPT),
                        everything.with(Setting.TLS_SOURCE, Setting.Words.SECRET))
                .filter(ground -> SettingRules.applying(ground).contains(setting))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            IMAGE_REGISTRY      | registry.corp:5000      | true  | none
            IMAGE_REGISTRY      | localhost               | true  | none
            IMAGE_REGISTRY      | 10.0.0.5:5000           | true  | none
            IMAGE_REGISTRY      | registry                | false | none
            IMAGE_REGISTRY      | https://registry.corp   | false | none
            IMAGE_REGISTRY      | registry.corp/path      | false | none
            IMAGE_PREFIX        | mirror/docker.io        | true  | none
            IMAGE_PREFIX        | /mirror                 | false | none
            IMAGE_PREFIX        | Mirror                  | false | mirror
            IMAGE_DIGEST        | sha256:abc              | false | none
            REGISTRY_USER       | robot$ci+pull           | true  | none
            REGISTRY_USER       | a:b                     | false | none
            PRIORITY_CLASS      | system-cluster-critical | true  | none
            PRIORITY_CLASS      | Very High               | false | none
            HTTPS_NODE_PORT     | 30443                   | true  | none
            HTTPS_NODE_PORT     | 443                     | false | 30000
            HTTPS_PORT          | 0                       | false | 1
            HTTPS_PORT          | 65536                   | false | 65535
            PUBLIC_NAMES        | a.corp,10.0.0.5,fd00::5 | true  | none
            PUBLIC_NAMES        | 'a.corp, b.corp'        | false | a.corp,b.corp
            PUBLIC_NAMES        | https://a.corp          | false | none
            SOURCE_RANGES       | 10.0.0.0/8,fd00::/8     | true  | none
            SOURCE_RANGES       | 10.1.2.3/8              | false | 10.0.0.0/8
            SOURCE_RANGES       | 10.0.0.0/33             | false | none
            SOURCE_RANGES       | 10.0.0.0                | false | none
            SOURCE_RANGES       | 0.0.0.0/0               | true  | none
            DATABASE_WAL_SIZE   | 50Gi                    | true  | none
            DATABASE_WAL_SIZE   | 50GB                    | false | 50Gi
            DATABASE_IMAGE      | a/postgresql:17.5       | true  | none
            DATABASE_IMAGE      | a/postgresql            | false | a/postgresql:1.5.0
            NODE_LABELS         | role=platform           | true  | none
            NODE_LABELS         | example.com/a=          | true  | none
            NODE_LABELS         | 'role: platform'        | false | role=platform
            NODE_LABELS         | role=a b                | false | none
            NODE_LABELS         | -role=a                 | false | none
            NODE_LABELS         | Example.com/a=b         | false | none
            SERVICE_ANNOTATIONS | a.example.com/b=c d, e=f | true | none
            SERVICE_ANNOTATIONS | b                       | false | none
            SERVICE_ANNOTATIONS | applyset.kubernetes.io/part-of=x | false | none
            SERVICE_ANNOTATIONS | kubectl.kubernetes.io/last-applied-configuration=x | false | none
            TRAFFIC_POLICY      | local                   | false | none
            """)
    void theWiderSettingsKeepTheGrammarsOfWhoReadsThem(Setting setting, String text, boolean right, String meant) {
        var problems = SettingRules.check(sayingSomething(setting).with(setting, text)).stream()
                .filter(problem -> problem.setting() == setting)
                .toList();
        assertThat(problems.isEmpty()).as("%s", problems).isEqualTo(right);
        assertThat(problems)
                .extracting(SettingProblem::suggestion)
                .allMatch(suggestion -> java.util.Objects.equals(suggestion, meant));
    }

    @Test
    void labelsOfSeveralLinesAreReadAndARepeatedOneIsRefused() {
        assertThat(SettingRules.check(settings.with(Setting.NODE_LABELS, "a=b\nc=d")))
                .isEmpty();
        assertThat(SettingRules.check(settings.with(Setting.NODE_LABELS, "a=b\na=c")))
                .hasSize(1);
        var pasted = SettingRules.check(settings.with(Setting.NODE_LABELS, "a: b\n c: d"));
        assertThat(pasted)
                .singleElement()
                .extracting(SettingProblem::suggestion)
                .isEqualTo("a=b\nc=d");
    }

    @Test
    void anImageWithARegistryOfItsOwnBesideTheSettingIsAskedAbout() {
        var both = settings.with(Setting.IMAGE_REGISTRY, "registry.corp")
                .with(Setting.CONTROL_PLANE_IMAGE, "ghcr.io/hexabase/control-plane:1.5.0");
        assertThat(SettingRules.check(both)).singleElement().satisfies(problem -> {
            assertThat(problem.setting()).isEqualTo(Setting.CONTROL_PLANE_IMAGE);
            assertThat(problem.suggestion()).isEqualTo("hexabase/control-plane:1.5.0");
        });
    }

    @Test
    void aRegistrysAccountNeedsNameAndPassword() {
        var registry = settings.with(Setting.IMAGE_REGISTRY, "registry.corp");
        assertThat(SettingRules.check(registry.with(Setting.REGISTRY_USER, "robot")))
                .extracting(SettingProblem::setting)
                .containsExactly(Setting.REGISTRY_PASSWORD);
        assertThat(SettingRules.check(registry.with(Setting.REGISTRY_PASSWORD, "0b1e7f5e-53c1-4c0b-a3a1-0d8d3f5f2a10")))
                .extracting(SettingProblem::setting)
                .containsExactly(Setting.REGISTRY_USER);
    }

    @Test
    void twoPortsOfOneServiceDiffer() {
        assertThat(SettingRules.check(settings.with(Setting.API_PORT, "443")))
                .extracting(SettingProblem::setting)
                .containsExactly(Setting.API_PORT);
        var apart =
                settings.with(Setting.API_EXPOSURE, Setting.Words.INSIDE_ONLY).with(Setting.API_PORT, "443");
        assertThat(SettingRules.check(apart)).isEmpty();
        var nodes = settings.with(Setting.HTTPS_NODE_PORT, "30443").with(Setting.UI_NODE_PORT, "30443");
        assertThat(SettingRules.check(nodes))
                .extracting(SettingProblem::setting)
                .containsExactly(Setting.UI_NODE_PORT);
    }

    @Test
    void aDigestIsSaidOnce() {
        var digest = "sha256:" + "0".repeat(64);
        var twice = settings.with(Setting.CONTROL_PLANE_IMAGE, "a/b@" + digest).with(Setting.IMAGE_DIGEST, digest);
        assertThat(SettingRules.check(twice))
                .extracting(SettingProblem::setting)
                .containsExactly(Setting.IMAGE_DIGEST);
        assertThat(SettingRules.check(settings.with(Setting.IMAGE_DIGEST, digest)))
                .isEmpty();
    }

    @Test
    void aLimitBelowItsRequestIsTheLimitsProblem() {
        var problem = only(Setting.MEMORY_LIMIT, "512Mi");
        assertThat(problem.problem().code()).isEqualTo("setting-limit-below-request");
        assertThat(problem.suggestion()).isEqualTo("1Gi");
    }

    @Test
    void anExternalDatabaseNeedsItsAddressAndPassword() {
        assertThat(SettingRules.check(settings.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)))
                .extracting(SettingProblem::setting)
                .containsExactly(Setting.DATABASE_HOST, Setting.DATABASE_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.corp.internal", "10.0.0.5", "fd00::5", "db"})
    void hostsAreNamesOrAddresses(String host) {
        assertThat(external(host)).doesNotContain(Setting.DATABASE_HOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.256", "10.0.0", "db_1", "postgres://db", "db:5432", "fd00:::5", "1:2:3"})
    void otherTextIsNoHost(String host) {
        assertThat(external(host)).contains(Setting.DATABASE_HOST);
    }

    private Stream<Setting> external(String host) {
        return SettingRules.check(settings.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL)
                        .with(Setting.DATABASE_HOST, host))
                .stream()
                .map(SettingProblem::setting);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 0 2 * * *         | true
            0 */15 1-5 1,15 * ? | true
            0 0 2 * JAN MON-FRI | true
            0 0 2 * * 7         | false
            60 0 2 * * *        | false
            0 0 2 * *           | false
            @daily              | false
            0 0 2 * * */0       | false
            """)
    void backupSchedulesHaveSixFields(String text, boolean right) {
        var withBackup = settings.with(Setting.BACKUP_DESTINATION, "s3://backups")
                .with(Setting.BACKUP_CREDENTIALS, "keys")
                .with(Setting.BACKUP_SCHEDULE, text);
        assertThat(SettingRules.check(withBackup).isEmpty()).isEqualTo(right);
    }

    @Test
    void aScheduleOfFiveFieldsIsOfferedWithItsSeconds() {
        var withBackup = settings.with(Setting.BACKUP_DESTINATION, "s3://backups")
                .with(Setting.BACKUP_CREDENTIALS, "keys")
                .with(Setting.BACKUP_SCHEDULE, "0 2 * * *");
        assertThat(SettingRules.check(withBackup))
                .singleElement()
                .satisfies(problem -> assertThat(problem.suggestion()).isEqualTo("0 0 2 * * *"));
    }

    @Test
    void aBackupWithoutCredentialsIsRefused() {
        assertThat(SettingRules.check(settings.with(Setting.BACKUP_DESTINATION, "s3://backups")))
                .extracting(SettingProblem::setting)
                .containsExactly(Setting.BACKUP_CREDENTIALS);
    }

    @Test
    void settingsThatSayNothingAreNeitherShownNorChecked() {
        var external =
                settings.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL).with(Setting.DATABASE_CPU, "broken");
        assertThat(SettingRules.applying(external))
                .doesNotContain(Setting.DATABASE_CPU)
                .contains(Setting.DATABASE_HOST);
        assertThat(SettingRules.check(external))
                .extracting(SettingProblem::setting)
                .doesNotContain(Setting.DATABASE_CPU);
    }

    private SettingProblem only(Setting setting, String text) {
        var problems = SettingRules.check(settings.with(setting, text));
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().setting()).isEqualTo(setting);
        return problems.getFirst();
    }
}
