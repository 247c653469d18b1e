package ai.hexabase.console.datastore;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.ExternalDatabase.Tls;
import ai.hexabase.console.database.Login;
import ai.hexabase.console.datastore.Finding.Subject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks at another database with the access that was given, and changes nothing there. */
final class ExternalCheck {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._:-]{0,251}[A-Za-z0-9.])?|::1");
    private static final int HIGHEST_PORT = 65_535;

    private final ExternalDatabase external;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();
    private Finding others = Finding.skipped(Subject.OTHERS);

    private ExternalCheck(ExternalDatabase external, Clock clock) {
        this.external = external;
        this.clock = clock;
    }

    /** All but who else works with the database that is left. */
    static List<Finding> of(ExternalDatabase external, Clock clock) {
        var check = new ExternalCheck(external, clock);
        check.run();
        var seen = check.findings.stream().map(Finding::subject).toList();
        for (var subject : Subject.values()) {
            if (!seen.contains(subject)) {
                check.findings.add(subject.ordinal(), Finding.skipped(subject));
            }
        }
        return check.findings;
    }

    private void run() {
        if (!HOST.matcher(external.host()).matches() || external.port() < 1 || external.port() > HIGHEST_PORT) {
            fail(Subject.CONNECTION, Problem.of("database-address-odd", external.host()));
            return;
        }
        if (MetadataAddress.isBehind(external.host())) {
            fail(Subject.CONNECTION, Problem.of("database-address-forbidden", external.host()));
            return;
        }
        try (var connection = external.connect(external.application())) {
            findings.add(
                    Finding.passed(Subject.CONNECTION, Message.of("datastore.found.connection", external.address())));
            findings.add(encryption(connection));
            // As the role that another console would work with, so that its sessions can be recognised.
            others = new ServerFacts(connection, external, clock).others();
        } catch (SQLException failed) {
            fail(Subject.CONNECTION, ConnectionTrouble.of(failed, external, external.application()));
            return;
        }
        asMaker();
    }

    private void asMaker() {
        Login maker = external.maker();
        try (var connection = external.connect(maker)) {
            findings.add(owner());
            var server = new ServerFacts(connection, external, clock);
            findings.add(server.version());
            findings.add(server.encoding());
            findings.add(server.rights());
            findings.add(server.content());
            findings.add(others);
            findings.add(server.clock());
            findings.add(server.room());
        } catch (SQLException failed) {
            var next = Subject.values()[findings.size()];
            fail(
                    next,
                    next == Subject.OWNER
                            ? ConnectionTrouble.of(failed, external, maker)
                            : Problem.of("database-look-failed").saying(failed.getMessage()));
        }
    }

    private Finding owner() {
        return external.owner() == null
                ? Finding.note(
                        Subject.OWNER,
                        Message.of(
                                "datastore.found.owner.none",
                                external.application().user()))
                : Finding.passed(
                        Subject.OWNER,
                        Message.of("datastore.found.owner", external.maker().user()));
    }

    private Finding encryption(Connection connection) throws SQLException {
        var tls = ServerFacts.one(
                connection,
                "select coalesce((select version from pg_stat_ssl where pid = pg_backend_pid() and ssl), '')");
        if (tls.isEmpty()) {
            return Finding.note(Subject.ENCRYPTION, Message.of("datastore.found.tls.none"));
        }
        return external.tls() == Tls.VERIFY_FULL
                ? Finding.passed(Subject.ENCRYPTION, Message.of("datastore.found.tls", tls))
                : Finding.note(Subject.ENCRYPTION, Message.of("datastore.found.tls.unverified", tls));
    }

    private void fail(Subject subject, Problem problem) {
        findings.add(Finding.failed(subject, problem));
    }
}
