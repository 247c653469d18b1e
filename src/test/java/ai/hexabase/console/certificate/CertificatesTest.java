package ai.hexabase.console.certificate;

import static ai.hexabase.console.db.Tables.CERTIFICATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.test.ConsoleTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Transactional;

@ConsoleTest
@Transactional
class CertificatesTest {
    @Autowired
    Certificates certificates;

    @Autowired
    DSLContext db;

    @TempDir
    Path folder;

    @Test
    void aGivenCertificateIsKeptWithItsKeySealed() {
        var keys = new Keytool(folder).authority("root", "CN=Corp Root");
        keys.signed("server", "CN=hexabase", "root", "-keyalg", "EC", "-ext", "san=dns:hexabase.corp.internal");
        var kept = certificates.keep(keys.certificates("server", "root"), keys.key("server"));
        assertThat(certificates.find(kept.id())).contains(kept);
        assertThat(certificates.open(kept.id()).key()).isEqualTo(keys.key("server"));
        assertThat(certificates.open(kept.id()).chain()).isEqualTo(keys.certificates("server", "root"));
        assertThat(certificates.open(kept.id()).toString()).isEqualTo("(hidden)");
        assertThat(db.select(CERTIFICATE.SEALED_KEY).from(CERTIFICATE).fetch(CERTIFICATE.SEALED_KEY))
                .isNotEmpty()
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains("PRIVATE"));
    }

    @Test
    void aSealedKeyOpensForItsOwnCertificateOnly() {
        var one = certificates.make(List.of("a.example.com"));
        var other = certificates.make(List.of("b.example.com"));
        var sealed = db.select(CERTIFICATE.SEALED_KEY)
                .from(CERTIFICATE)
                .where(CERTIFICATE.ID.eq(one.id()))
                .fetchSingle(CERTIFICATE.SEALED_KEY);
        db.update(CERTIFICATE)
                .set(CERTIFICATE.SEALED_KEY, sealed)
                .where(CERTIFICATE.ID.eq(other.id()))
                .execute();
        assertThatThrownBy(() -> certificates.open(other.id())).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(certificates.find(UUID.randomUUID())).isEmpty();
        assertThatThrownBy(() -> certificates.open(UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("certificate-lost"));
    }

    @Test
    @WithMockUser(username = "ann", roles = "VIEWER")
    void aViewerMayNeitherGiveNorMakeOne() {
        assertThatThrownBy(() -> certificates.keep("", ""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("role-missing"));
        assertThatThrownBy(() -> certificates.make(List.of("a"))).isInstanceOf(ProblemException.class);
    }
}
