package ai.hexabase.console.rollout;

import ai.hexabase.console.audit.AuditGround;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.FieldDecision;
import ai.hexabase.console.jobs.Jobs;
import ai.hexabase.console.jobs.Next;
import ai.hexabase.console.kube.ClusterConnection;
import ai.hexabase.console.manifest.RenderedObject;
import ai.hexabase.console.news.Changes;
import ai.hexabase.console.preflight.Preflights;
import ai.hexabase.console.test.HandClock;
import ai.hexabase.console.test.OwnDatabase;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Plans and rollouts on a database of their own, one scripted cluster, and a clock that the test drives. */
final class RolloutGround implements AutoCloseable {
    final ScriptedCluster cluster = new ScriptedCluster();
    /** Used instead of the scripted one when there is one. */
    ClusterConnection real;

    final InstallationId installation = InstallationId.random();
    final List<RenderedObject> rendered = new ArrayList<>();
    final List<FieldDecision> decisions = new ArrayList<>();
    int revision = 1;

    final HandClock clock = new HandClock();
    final ClusterId clusterId = ClusterId.random();
    private final HikariDataSource database;
    final Plans plans;
    final Removals removals;
    final Rollouts rollouts;
    RolloutWork work;
    private final PlanStore planStore;
    private final RolloutStore store;
    private final Bookkeeping books;
    private final RolloutPauses pauses;
    private final Looks looks;

    RolloutGround(DataSource console) {
        database = OwnDatabase.beside(console);
        var joined = new TransactionAwareDataSourceProxy(database);
        var db = DSL.using(joined, SQLDialect.POSTGRES);
        var transactions = new DataSourceTransactionManager(database);
        var transaction = new TransactionTemplate(transactions);
        var person = new Person();
        var acts = AuditGround.acts(db, person, clock, transactions);
        var steps = new StepStore(db);
        var news = new RolloutNews(new Changes(joined, clock));
        planStore = new PlanStore(db);
        store = new RolloutStore(db, steps);
        looks = new Looks(db);
        books = new Bookkeeping(store, steps, news, transaction, acts);
        var history = new RolloutHistory(db);
        removals = new Removals(new Fixed(), history, planStore, person, acts, clock);
        plans = new Plans(new Fixed(), new Preflights(clock), planStore, removals, person, transaction, acts, clock);
        var client =
                SchedulerClient.Builder.create(joined).serializer(new Json()).build();
        var jobs = new Jobs(client, clock);
        var orders = new RolloutOrders(plans, store, steps, books, news, jobs, person, transaction, acts, clock);
        pauses = new RolloutPauses(store, steps, news, jobs, person, transaction, acts, clock);
        rollouts = new Rollouts(orders, pauses, store, history, news, person);
        work = restarted();
    }

    /** What a console that was started again works with. */
    RolloutWork restarted() {
        work = new RolloutWork(new Fixed(), planStore, store, looks, books, pauses, clock);
        return work;
    }

    /** Lets time pass and all pieces run that come due, as far as that. */
    void pass(Duration time) {
        var end = clock.instant().plus(time);
        for (var id : store.active()) {
            var next = work.piece(id, () -> false);
            while (next instanceof Next.Again(Instant at) && !at.isAfter(end)) {
                clock.reach(at);
                next = work.piece(id, () -> false);
            }
        }
        clock.reach(end);
    }

    private final class Fixed implements Targets {
        @Override
        public int latestRevision(InstallationId id) {
            return revision;
        }

        @Override
        public Target of(InstallationId id, int number) {
            return new Target("hq", revision, clusterId, "tokyo-prod-1", rendered, decisions);
        }

        @Override
        public void decide(InstallationId id, int number, FieldDecision decision) {
            decisions.removeIf(each -> each.claim().equals(decision.claim()));
            decisions.add(decision);
        }

        @Override
        public boolean isGone(InstallationId id, ClusterId cluster) {
            return false;
        }

        @Override
        public Optional<String> name(InstallationId id) {
            return Optional.empty();
        }

        @Override
        public ClusterConnection connection(ClusterId id) {
            return real == null ? cluster : real;
        }
    }

    private static final class Person implements ActingPerson {
        @Override
        public String name() {
            return "misaki";
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.OPERATOR);
        }
    }

    private static final class Json implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return JsonMapper.shared().writeValueAsBytes(data);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] serialized) {
            return JsonMapper.shared().readValue(serialized, type);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
