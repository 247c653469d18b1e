package ai.hexabase.console.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.certificate.KeptCertificate.Origin;
import ai.hexabase.console.certificate.KeptCertificate.Validity;
import ai.hexabase.console.common.ProblemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaterialTest {
    private static final Instant NOW = Instant.now();
    private static final String NAMES = "san=dns:hexabase.corp.internal,dns:*.apps.corp.internal,ip:10.0.0.5";

    @TempDir
    static Path folder;

    private static Keytool keys;

    @BeforeAll
    static void make() {
        keys = new Keytool(folder);
        keys.authority("root", "CN=Corp Root");
        keys.authority("stranger", "CN=Stranger");
        keys.signed("between", "CN=Corp Issuing", "root", "-keyalg", "EC", "-ext", "bc:c");
        keys.signed("server", "CN=hexabase", "between", "-keyalg", "RSA", "-keysize", "2048", "-ext", NAMES);
        keys.signed("curve", "CN=curve", "root", "-keyalg", "EC", "-groupname", "secp384r1", "-ext", NAMES);
        keys.signed("weak", "CN=weak", "root", "-keyalg", "RSA", "-keysize", "1024", "-ext", NAMES);
        keys.signed("sha1", "CN=sha1", "root", "-keyalg", "EC", "-sigalg", "SHA1withECDSA", "-ext", NAMES);
        keys.signed("edwards", "CN=edwards", "root", "-keyalg", "Ed25519", "-ext", NAMES);
        keys.signed("client", "CN=client", "root", "-keyalg", "EC", "-ext", NAMES, "-ext", "eku=clientAuth");
        keys.signed("nameless", "CN=hexabase.corp.internal", "root", "-keyalg", "EC");
        keys.signed("old", "CN=old", "root", "-keyalg", "EC", "-ext", NAMES, "-startdate", "-20d", "-validity", "10");
    }

    private static Material read(String chain, String key) {
        return Material.read(keys.certificates(chain.split(" ")), keys.key(key), NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"server between root", "root server between", "between root server"})
    void aChainIsPutIntoTheOrderInWhichServersSendIt(String given) {
        assertThat(read(given, "server").chainPem()).isEqualTo(keys.certificates("server", "between", "root"));
    }

    @Test
    void theKeyComesBackAsItWas() {
        assertThat(read("curve root", "curve").keyPem()).isEqualTo(keys.key("curve"));
    }

    @ParameterizedTest
    @CsvSource({
        "server root,           server,   certificate-chain-incomplete",
        "server,                server,   certificate-chain-incomplete",
        "server between root stranger, server, certificate-chain-foreign",
        "server between root,   curve,    certificate-key-other",
        "curve root,            server,   certificate-key-other",
        "weak root,             weak,     certificate-weak",
        "sha1 root,             sha1,     certificate-weak",
        "edwards root,          edwards,  certificate-weak",
        "client root,           client,   certificate-not-for-servers",
        "nameless root,         nameless, certificate-no-names",
        "old root,              old,      certificate-expired"
    })
    void whatNoBrowserWouldAcceptIsRefusedWithItsReason(String chain, String key, String code) {
        assertThatThrownBy(() -> read(chain, key))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    @Test
    void theMissingLinkIsNamed() {
        assertThatThrownBy(() -> read("server", "server"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().args()).containsExactly("CN=Corp Issuing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"})
    void rubbishIsNoCertificate(String chain) {
        assertRefused(chain, keys.key("server"), "certificate-unreadable");
    }

    @Test
    void whatIsWrongWithAKeyIsSaidWithoutRepeatingIt() {
        var chain = keys.certificates("server", "between", "root");
        assertRefused(chain, "", "certificate-key-unreadable");
        assertRefused(chain, keys.key("server").substring(0, 200), "certificate-key-unreadable");
        assertRefused(
                chain,
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----",
                "certificate-key-encrypted");
        assertRefused(chain + "x".repeat(70_000), keys.key("server"), "certificate-too-large");
    }

    private static void assertRefused(String chain, String key, String code) {
        assertThatThrownBy(() -> Material.read(chain, key, NOW))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(code);
                    assertThat(refused.problem().args()).noneMatch(arg -> arg.length() > 100);
                });
    }

    @Test
    void factsAreThoseOfTheServersOwnCertificate() {
        var facts = facts("server between root", "server");
        assertThat(facts.subject()).isEqualTo("CN=hexabase");
        assertThat(facts.issuer()).isEqualTo("CN=Corp Issuing");
        assertThat(facts.names()).containsExactly("hexabase.corp.internal", "*.apps.corp.internal", "10.0.0.5");
        assertThat(facts.key()).isEqualTo("RSA 2048");
        assertThat(facts.links()).isEqualTo(3);
        assertThat(facts.sha256()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(facts("curve root", "curve").key()).isEqualTo("EC 384");
    }

    @ParameterizedTest
    @CsvSource({
        "hexabase.corp.internal, true",
        "HEXABASE.corp.internal, true",
        "a.apps.corp.internal, true",
        "a.b.apps.corp.internal, false",
        "apps.corp.internal, false",
        "corp.internal, false",
        "10.0.0.5, true",
        "10.0.0.6, false",
        "hexabase, false"
    })
    void namesCoverHostsAsBrowsersSeeIt(String host, boolean covered) {
        assertThat(facts("server between root", "server").covers(host)).isEqualTo(covered);
    }

    @Test
    void theEndIsWarnedOfThirtyDaysBefore() {
        var facts = facts("server between root", "server");
        var end = facts.notAfter();
        assertThat(facts.validity(facts.notBefore().minusSeconds(1))).isEqualTo(Validity.NOT_YET);
        assertThat(facts.validity(end.minus(Duration.ofDays(31)))).isEqualTo(Validity.VALID);
        assertThat(facts.validity(end.minus(Duration.ofDays(30)))).isEqualTo(Validity.ENDS_SOON);
        assertThat(facts.daysLeft(end.minus(Duration.ofDays(30)))).isEqualTo(30);
        assertThat(facts.validity(end)).isEqualTo(Validity.EXPIRED);
        assertThat(facts.daysLeft(end.plusSeconds(1))).isZero();
    }

    private static KeptCertificate facts(String chain, String key) {
        return CertificateFacts.of(
                UUID.randomUUID(), Origin.GIVEN, read(chain, key).chainPem());
    }

    @Test
    void aSelfMadeCertificatePassesTheSameChecksAndCoversItsNames() {
        var names = List.of("hexabase.corp.internal", "10.0.0.5", "fd00::5");
        var made = SelfMade.make(names, NOW);
        var read = Material.read(made.chainPem(), made.keyPem(), NOW);
        var facts = CertificateFacts.of(UUID.randomUUID(), Origin.SELF_MADE, read.chainPem());
        assertThat(names).allMatch(facts::covers);
        assertThat(facts.subject()).contains("self-made by Hexabase Console").isEqualTo(facts.issuer());
        assertThat(facts.validity(NOW)).isEqualTo(Validity.VALID);
        assertThat(facts.daysLeft(NOW)).isEqualTo(365);
    }
}
