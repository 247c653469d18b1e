package ai.hexabase.console.datastore;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.ExternalDatabase.Tls;
import ai.hexabase.console.database.ExternalServer;
import ai.hexabase.console.database.Login;
import ai.hexabase.console.datastore.Finding.Subject;
import ai.hexabase.console.datastore.Finding.Verdict;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Looks at real PostgreSQL servers. Versions before the oldest that fits cannot be had here. */
class ExternalCheckTest {
    private static ExternalServer server;

    @BeforeAll
    static void start() throws Exception {
        server = ExternalServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static List<Finding> look(ExternalDatabase external) {
        return ExternalCheck.of(external, Clock.systemUTC());
    }

    private static Finding found(ExternalDatabase external, Subject subject) {
        return look(external).get(subject.ordinal());
    }

    private static void assertProblem(ExternalDatabase external, Subject subject, String code) {
        var finding = found(external, subject);
        assertThat(finding.problem()).extracting(Problem::code).isEqualTo(code);
        assertThat(finding.subject()).isEqualTo(subject);
    }

    private static ExternalDatabase at(String host, int port) {
        var known = server.database();
        return new ExternalDatabase(
                host, port, known.database(), known.application(), known.owner(), known.tls(), known.authority());
    }

    @Test
    void aDatabasePreparedAsDescribedFits() {
        var findings = look(server.database());
        assertThat(findings).extracting(Finding::subject).containsExactly(Subject.values());
        assertThat(findings)
                .filteredOn(finding -> finding.subject() != Subject.ROOM)
                .extracting(Finding::verdict)
                .containsOnly(Verdict.PASSED);
        assertThat(findings.getLast().verdict()).as("room is unknown").isEqualTo(Verdict.NOTE);
    }

    @Test
    void whyNoConnectionComesAboutIsToldApart() throws Exception {
        var known = server.database();
        assertProblem(at("no-such-host.invalid", 5432), Subject.CONNECTION, "database-host-unknown");
        assertProblem(at("169.254.169.254", 5432), Subject.CONNECTION, "database-address-forbidden");
        assertProblem(at("db?sslmode=disable", 5432), Subject.CONNECTION, "database-address-odd");
        try (var free = new ServerSocket(0)) {
            var port = free.getLocalPort();
            free.close();
            assertProblem(at("127.0.0.1", port), Subject.CONNECTION, "database-refused");
        }
        assertProblem(at("localhost", server.port()), Subject.CONNECTION, "database-tls-name");
        assertProblem(
                server.database("127.0.0.1", "nothing", known.application().user(), null, Tls.VERIFY_FULL),
                Subject.CONNECTION,
                "database-missing");
        var wrong = new Login(known.application().user(), "guess");
        assertProblem(
                new ExternalDatabase(
                        known.host(), known.port(), known.database(), wrong, null, known.tls(), known.authority()),
                Subject.CONNECTION,
                "database-password");
        assertProblem(
                new ExternalDatabase(
                        known.host(),
                        known.port(),
                        known.database(),
                        known.application(),
                        new Login(ExternalServer.OWNER, "guess"),
                        known.tls(),
                        known.authority()),
                Subject.OWNER,
                "database-password");
        assertProblem(
                new ExternalDatabase(
                        known.host(),
                        known.port(),
                        known.database(),
                        known.application(),
                        known.owner(),
                        Tls.VERIFY_FULL,
                        null),
                Subject.CONNECTION,
                "database-tls-authority");
    }

    @Test
    void whatAServerThatSaysNothingMeansIsToldToo() throws Exception {
        try (var silent = new ServerSocket(0)) {
            assertProblem(at("127.0.0.1", silent.getLocalPort()), Subject.CONNECTION, "database-silent");
        }
    }

    @Test
    void aConnectionThatOthersCanReadOrTakeOverIsPossibleAndSaid() {
        for (var tls : List.of(Tls.REQUIRE, Tls.DISABLE)) {
            var external = server.database(
                    "localhost", ExternalServer.DATABASE, ExternalServer.APPLICATION, ExternalServer.OWNER, tls);
            assertThat(found(external, Subject.ENCRYPTION).verdict()).isEqualTo(Verdict.NOTE);
            assertThat(new CheckReport(look(external), Clock.systemUTC().instant()).fits())
                    .isTrue();
        }
    }

    @Test
    void oneRoleForAllIsPossibleAndItIsSaidThatTriggersAloneKeepTheRecord() {
        var external = server.database(
                ExternalServer.HOST, ExternalServer.DATABASE, ExternalServer.OWNER, null, Tls.VERIFY_FULL);
        assertThat(found(external, Subject.OWNER).verdict()).isEqualTo(Verdict.NOTE);
        assertThat(found(external, Subject.RIGHTS).verdict()).isEqualTo(Verdict.NOTE);
    }

    @Test
    void rightsEncodingAndWhatIsInThereAreLookedAt() throws Exception {
        assertProblem(
                server.database(
                        ExternalServer.HOST,
                        ExternalServer.DATABASE,
                        ExternalServer.APPLICATION,
                        null,
                        Tls.VERIFY_FULL),
                Subject.RIGHTS,
                "database-no-create");
        server.execute(
                "postgres",
                "create database latin owner hexabase_owner encoding 'LATIN1' locale 'C' template template0",
                "create database used owner hexabase_owner template template0",
                "create database known owner hexabase_owner template template0");
        server.execute("used", "create table theirs (a int)");
        server.execute(
                "known",
                "create table console_instance (id uuid)",
                "insert into console_instance values ('00000000-0000-0000-0000-00000000002a')",
                "grant select on console_instance to hexabase_owner");
        assertProblem(in("latin"), Subject.ENCODING, "database-encoding");
        assertProblem(in("used"), Subject.CONTENT, "database-not-empty");
        assertThat(found(in("known"), Subject.CONTENT).problem())
                .isEqualTo(Problem.of("database-of-console", "00000000-0000-0000-0000-00000000002a"));
    }

    private static ExternalDatabase in(String database) {
        return server.database(
                ExternalServer.HOST, database, ExternalServer.APPLICATION, ExternalServer.OWNER, Tls.VERIFY_FULL);
    }

    @Test
    void othersOnItAreSeen() throws Exception {
        try (var psql = server.connect(ExternalServer.DATABASE)) {
            assertThat(found(server.database(), Subject.OTHERS).verdict()).isEqualTo(Verdict.NOTE);
            assertThat(psql.isValid(1)).isTrue();
        }
    }

    @Test
    void aClockThatIsApartIsSaid() {
        var ahead = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));
        assertThat(ExternalCheck.of(server.database(), ahead)
                        .get(Subject.CLOCK.ordinal())
                        .verdict())
                .isEqualTo(Verdict.NOTE);
    }
}
