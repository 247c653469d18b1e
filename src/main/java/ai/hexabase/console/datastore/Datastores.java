package ai.hexabase.console.datastore;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.ActorSource;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.DatabaseTrouble;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.database.DatabaseKind;
import ai.hexabase.console.database.Databases;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.PresentDatabase;
import ai.hexabase.console.database.Relocation;
import ai.hexabase.console.uikit.Background;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where the console's data are kept, whether another database would do, and the move there; for administrators. */
@Service
public class Datastores {
    private final Databases databases;
    private final Relocation relocation;
    private final Mover mover;
    private final Acts acts;
    private final ActorSource actors;
    private final ActingPerson person;
    private final Clock clock;

    Datastores(
            Databases databases,
            Relocation relocation,
            Mover mover,
            Acts acts,
            ActorSource actors,
            ActingPerson person,
            Clock clock) {
        this.databases = databases;
        this.relocation = relocation;
        this.mover = mover;
        this.acts = acts;
        this.actors = actors;
        this.person = person;
        this.clock = clock;
    }

    /** Whether there is a move to make: only from the embedded database. */
    public boolean isMovable() {
        return databases.kind() == DatabaseKind.EMBEDDED;
    }

    public PresentDatabase present() {
        person.require(Role.ADMIN);
        try {
            return databases.present();
        } catch (SQLException away) {
            throw away(away);
        }
    }

    /** Of PostgreSQL. */
    public String version() {
        try {
            return databases.version();
        } catch (SQLException away) {
            throw away(away);
        }
    }

    private static ProblemException away(SQLException away) {
        return new ProblemException(
                DatabaseTrouble.in(away)
                        .orElseGet(() -> Problem.of("database-look-failed").saying(away.getMessage())),
                away);
    }

    /** Looks at another database and changes nothing there; on record with what was found. */
    public CheckReport check(ExternalDatabase external) {
        var intent = act("database.check", external);
        return acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            var report = new CheckReport(look(external), clock.instant());
            var problem = report.firstProblem();
            acts.record(problem.map(intent::failed).orElse(intent));
            return report;
        });
    }

    private List<Finding> look(ExternalDatabase external) {
        var findings = new ArrayList<>(ExternalCheck.of(external, clock));
        try {
            var here = relocation.others();
            if (!here.isEmpty()) {
                findings.set(
                        Finding.Subject.OTHERS.ordinal(), Finding.failed(Finding.Subject.OTHERS, othersHere(here)));
            }
        } catch (SQLException away) {
            findings.set(
                    Finding.Subject.OTHERS.ordinal(),
                    Finding.failed(
                            Finding.Subject.OTHERS,
                            Problem.of("database-look-failed").saying(away.getMessage())));
        }
        return findings;
    }

    private static Problem othersHere(List<String> others) {
        return Problem.of("database-others-here", String.join(", ", others));
    }

    /**
     * Begins to move everything to that database, when a look finds that it fits; {@link #move()} tells how it goes
     * on, and the person need not wait.
     */
    public void startMove(ExternalDatabase external) {
        var intent = act("database.start-move", external);
        acts.attempt(intent, () -> {
            person.require(Role.ADMIN);
            person.requireRecent(Dangerous.MOVE_DATABASE);
            if (!isMovable()) {
                throw new ProblemException(Problem.of("database-not-embedded"));
            }
            new CheckReport(look(external), clock.instant()).firstProblem().ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            if (!mover.begin(external)) {
                throw new ProblemException(Problem.of("database-moving"));
            }
            acts.record(intent);
            var who = actors.actor();
            Background.start(() -> run(external, who));
        });
    }

    /** The record of the new database says that it took over; that of the old one, when nothing came of it. */
    private void run(ExternalDatabase external, Actor who) {
        var act = act("database.move", external);
        mover.run(
                external,
                (next, rows) -> acts.recordIn(
                        next, who, act.before(Map.of("kind", "EMBEDDED")).after(values(external, rows))),
                problem -> acts.record(who, act.failed(problem)));
    }

    private static Map<String, Object> values(ExternalDatabase external, Map<String, Long> rows) {
        var values = new LinkedHashMap<>(values(external));
        values.put("kind", "MOVED");
        // As lines: among names of tables there are some that sound like secrets.
        values.put(
                "rows",
                rows.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .toList());
        return values;
    }

    private static Map<String, Object> values(ExternalDatabase external) {
        var values = new LinkedHashMap<String, Object>();
        values.put("address", external.address());
        values.put("role", external.application().user());
        values.put("owner", external.maker().user());
        values.put("tls", external.tls().word());
        return values;
    }

    private static Act act(String kind, ExternalDatabase external) {
        return Act.of(kind)
                .on("database", external.address(), external.address())
                .after(values(external));
    }

    /** The move that goes on, or the last one since the console started. */
    public Optional<MoveState> move() {
        person.require(Role.ADMIN);
        return mover.state();
    }

    /** Tells, on any thread, when a move is over, until closed; before that the database may keep people waiting. */
    public AutoCloseable listenForEnd(Runnable listener) {
        return mover.listen(() -> mover.state().filter(now -> !now.isRunning()).ifPresent(now -> listener.run()));
    }

    /** Tells, on any thread, when {@link #move()} has another answer, until closed. */
    public AutoCloseable listen(Runnable listener) {
        return mover.listen(Objects.requireNonNull(listener));
    }
}
