package ai.hexabase.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.security.SignIns;
import ai.hexabase.console.test.ConsoleTest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
class TerminalsTest {
    @Autowired
    Clusters clusters;

    @Autowired
    Terminals terminals;

    private RegisteredCluster cluster;

    @Autowired
    Acts acts;

    @BeforeEach
    void register() {
        cluster = clusters.registerPractice(
                "terminals-practice", Site.UNKNOWN, clusters.practiceShapes().getFirst());
    }

    @AfterEach
    void remove() {
        signIn("ADMIN");
        clusters.remove(cluster.id());
    }

    private static void signIn(String role) {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.valueOf(role))));
    }

    private TerminalWish wish(String... command) {
        return new TerminalWish(cluster.id(), "default", "web-1", "web", List.of(command), "HX-12 look around");
    }

    @Test
    void onlyAdministratorsOpenTerminals() {
        for (var role : List.of("VIEWER", "OPERATOR", "APPROVER", "AUDITOR")) {
            signIn(role);
            assertThat(terminals.objection(cluster.id())).isPresent();
            assertThatThrownBy(() -> terminals.open(wish("sh"), new TerminalDiary()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("role-missing"));
        }
        signIn("ADMIN");
        assertThat(terminals.objection(cluster.id())).isEmpty();
    }

    @Test
    void theRecordIsForAdministratorsAndAuditors() {
        signIn("AUDITOR");
        assertThat(terminals.sessions(0, 10)).isNotNull();
        signIn("OPERATOR");
        assertThatThrownBy(() -> terminals.sessions(0, 10)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> terminals.count()).isInstanceOf(ProblemException.class);
    }

    @Test
    void aTerminalThatTheClusterRefusesIsOnRecordWithItsWords() throws Exception {
        var diary = new TerminalDiary();
        terminals.open(wish("sh"), diary);
        var end = diary.end.get(30, TimeUnit.SECONDS);
        assertThat(end.kind()).isEqualTo(TerminalEnd.Kind.REFUSED);
        assertThat(end.words()).contains("web-1");
        assertThat(terminals.sessions(0, 1)).singleElement().satisfies(session -> {
            assertThat(session.openedBy()).isEqualTo("misaki");
            assertThat(session.clusterName()).isEqualTo("terminals-practice");
            assertThat(session.reason()).isEqualTo("HX-12 look around");
            assertThat(session.command()).containsExactly("sh");
            assertThat(session.endedAt()).isNotNull();
            assertThat(session.end()).isEqualTo(end);
        });
        assertThat(acts.find(EntryQuery.about("pod", "default/web-1"), 0, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act().kind()).isEqualTo("terminal.end");
                    assertThat(entry.who().name()).as("whose terminal it was").isEqualTo("misaki");
                });
    }

    @Test
    void aTerminalWithoutAProgramIsNotOpened() {
        assertThatThrownBy(() -> terminals.open(wish(" "), new TerminalDiary()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("terminal-no-command"));
    }
}
