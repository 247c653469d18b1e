package ai.hexabase.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.HandClock;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
@RealClusters
class TerminalsOnRealClusterIT {
    @Autowired
    Clusters clusters;

    @Autowired
    Kubeconfigs kubeconfigs;

    @Autowired
    Terminals terminals;

    @Autowired
    TerminalStore store;

    @Autowired
    ActingPerson person;

    @Autowired
    Acts acts;

    private final List<RegisteredCluster> registered = new ArrayList<>();
    private RegisteredCluster cluster;

    @BeforeEach
    void aPod(FleetCluster real) {
        cluster = register("tokyo-prod-1", real.kubeconfig(), real.name());
        real.tryKubectl("create", "namespace", "shop");
        real.apply("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web-1, namespace: shop}
                spec: {containers: [{name: web, image: registry.example/web:1.4}]}
                """);
        eventually()
                .until(() -> real.kubectl("get", "pod", "web-1", "-n", "shop", "-o", "jsonpath={.status.phase}")
                        .equals("Running"));
    }

    private RegisteredCluster register(String name, String kubeconfig, String context) {
        var made = clusters.register(
                name, Site.UNKNOWN, kubeconfigs.read(kubeconfig).access(context));
        registered.add(made);
        return made;
    }

    @AfterEach
    void clean(FleetCluster real) {
        registered.stream()
                .filter(each -> clusters.find(each.id()).isPresent())
                .forEach(each -> clusters.remove(each.id()));
        real.resetNamespaces();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(90));
    }

    private TerminalWish wish(String reason) {
        return new TerminalWish(cluster.id(), "shop", "web-1", "web", List.of("sh"), reason);
    }

    /** Right after the fleet's start the API server may not know the simulated node's address yet. */
    private Terminal open(Terminals opening, TerminalDiary[] diary) {
        var terminal = new Terminal[1];
        eventually().until(() -> {
            diary[0] = new TerminalDiary();
            terminal[0] = opening.open(wish("HX-12 why is it slow"), diary[0]);
            eventually().until(() -> diary[0].opened || diary[0].end.isDone());
            return diary[0].opened;
        });
        return terminal[0];
    }

    @Test
    void aShellIsUsedAndItsSessionIsOnRecordFromStartToEnd() throws Exception {
        var diary = new TerminalDiary[1];
        var terminal = open(terminals, diary);
        assertThat(terminals.sessions(0, 1))
                .singleElement()
                .satisfies(session -> assertThat(session.end()).isNull());
        type(terminal, "echo $((40+2))\n");
        eventually().until(() -> diary[0].text.indexOf("42") >= 0);
        type(terminal, "exit\n");
        assertThat(diary[0].end.get(60, TimeUnit.SECONDS)).isEqualTo(new TerminalEnd(TerminalEnd.Kind.EXITED, 0, null));
        assertThat(terminals.sessions(0, 1)).singleElement().satisfies(session -> {
            assertThat(session.end()).isEqualTo(new TerminalEnd(TerminalEnd.Kind.EXITED, 0, null));
            assertThat(session.pod()).isEqualTo("web-1");
            assertThat(session.reason()).isEqualTo("HX-12 why is it slow");
            assertThat(session.bytesIn()).isEqualTo(20);
            assertThat(session.bytesOut()).isPositive();
            assertThat(session.endedAt()).isAfterOrEqualTo(session.startedAt());
        });
    }

    @Test
    void aTerminalThatNobodyTypesInIsClosedAndSaysSo() throws Exception {
        var clock = new HandClock();
        var own = new Terminals(clusters, store, person, acts, clock);
        var diary = new TerminalDiary[1];
        var terminal = open(own, diary);
        clock.pass(Terminals.IDLE.minusMinutes(1));
        type(terminal, "echo still here\n");
        clock.pass(Terminals.IDLE.minusMinutes(1));
        own.look();
        assertThat(diary[0].end).isNotDone();
        clock.pass(Duration.ofMinutes(2));
        own.look();
        assertThat(diary[0].end.get(30, TimeUnit.SECONDS).kind()).isEqualTo(TerminalEnd.Kind.IDLE);
        own.destroy();
    }

    @Test
    void aTerminalEndsWhenTheRightToItIsTakenAway() throws Exception {
        var may = new AtomicBoolean(true);
        var own = new Terminals(clusters, store, administratorWhile(may), acts, Clock.systemUTC());
        var diary = new TerminalDiary[1];
        var terminal = open(own, diary);
        type(terminal, "echo $((40+2))\n");
        eventually().until(() -> diary[0].text.indexOf("42") >= 0);
        may.set(false);
        type(terminal, "echo $((50+3))\n");
        own.look();
        assertThat(diary[0].end.get(30, TimeUnit.SECONDS).kind()).isEqualTo(TerminalEnd.Kind.REVOKED);
        assertThat(diary[0].text).as("what was typed after that").doesNotContain("53");
        own.destroy();
    }

    private static ActingPerson administratorWhile(AtomicBoolean may) {
        return new ActingPerson() {
            @Override
            public String name() {
                return "misaki";
            }

            @Override
            public Set<Role> roles() {
                return may.get() ? Set.of(Role.ADMIN) : Set.of();
            }
        };
    }

    @Test
    void theClustersOwnPermissionIsAskedForAndItsNoIsTold(FleetCluster real) throws Exception {
        clusters.remove(cluster.id());
        var looking = real.serviceAccountKubeconfigWithRules(
                "default", "looks-only", "- {apiGroups: [''], resources: [pods, nodes], verbs: [get, list, watch]}");
        cluster = register("tokyo-looking", looking, real.name());
        var diary = new TerminalDiary();
        terminals.open(wish("HX-12"), diary);
        var end = diary.end.get(60, TimeUnit.SECONDS);
        assertThat(end.kind()).isEqualTo(TerminalEnd.Kind.REFUSED);
        assertThat(end.words()).contains("create pods/exec");
    }

    @Test
    void noTerminalOpensOnARealClusterWithoutAReason() {
        assertThatThrownBy(() -> terminals.open(wish("  "), new TerminalDiary()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("terminal-no-reason"));
    }

    private static void type(Terminal terminal, String text) {
        terminal.input(text.getBytes(StandardCharsets.UTF_8));
    }
}
