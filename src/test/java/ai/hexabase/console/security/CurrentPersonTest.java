package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.common.Scope;
import ai.hexabase.console.test.ConsoleTest;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@ConsoleTest
class CurrentPersonTest {
    private static final ClusterId TOKYO = new ClusterId(UUID.randomUUID());
    private static final ClusterId OSAKA = new ClusterId(UUID.randomUUID());

    private final UUID id = UUID.randomUUID();
    private final MockHttpSession session = new MockHttpSession();

    @Autowired
    ActingPerson person;

    @Autowired
    LocalSessions sessions;

    @BeforeEach
    void anAdministratorIsSignedIn() {
        var who = SignIns.just("misaki", Grant.everywhere(Role.ADMIN));
        ((AbstractAuthenticationToken) who).setDetails(new WebAuthenticationDetails("127.0.0.1", id.toString()));
        sessions.keep(id, session);
        keep(who);
        SignIns.as(who);
    }

    @AfterEach
    void over() {
        sessions.drop(id);
    }

    private void keep(Authentication who) {
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(who));
    }

    private static boolean elsewhere(BooleanSupplier asked) throws Exception {
        return CompletableFuture.supplyAsync(asked::getAsBoolean).get();
    }

    @Test
    void whatIsTakenAwayInASessionIsNoticedFromAnyThread() throws Exception {
        var tokyo = person.still(Role.ADMIN, TOKYO);
        var osaka = person.still(Role.ADMIN, OSAKA);
        assertThat(elsewhere(tokyo)).isTrue();
        keep(SignIns.just("misaki", new Grant(Role.ADMIN, Scope.only(Set.of(), Set.of(OSAKA)))));
        assertThat(elsewhere(tokyo)).isFalse();
        assertThat(elsewhere(osaka)).isTrue();
        keep(SignIns.just("misaki", Grant.everywhere(Role.AUDITOR)));
        assertThat(elsewhere(osaka)).isFalse();
    }

    @Test
    void nobodyMayAnythingInASessionThatIsOver() throws Exception {
        var tokyo = person.still(Role.ADMIN, TOKYO);
        sessions.drop(id);
        assertThat(elsewhere(tokyo)).isFalse();
    }
}
