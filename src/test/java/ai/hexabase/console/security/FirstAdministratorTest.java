package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.HandClock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.transaction.annotation.Transactional;

@ConsoleTest
@Transactional
class FirstAdministratorTest {
    private static final NewAccount MISAKI = new NewAccount("misaki", "佐藤 美咲", "correct otter battery plinth");

    @Autowired
    Accounts accounts;

    @Autowired
    DSLContext db;

    @Autowired
    SetupLinks links;

    @Autowired
    UserDetailsService people;

    @Test
    void theLinkCreatesAnAdministratorWhoCanSignIn() {
        accounts.createFirst(links.create(), MISAKI);
        var person = people.loadUserByUsername("MISAKI");
        assertThat(person.getAuthorities()).extracting("authority").containsExactly("ROLE_ADMIN");
        assertThat(person.getPassword()).doesNotContain("otter");
    }

    @Test
    void theLinkWorksOnce() {
        var token = links.create();
        accounts.createFirst(token, MISAKI);
        assertThat(accounts.mayCreateFirst(token)).isFalse();
        assertThatThrownBy(() -> accounts.createFirst(token, MISAKI)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aNewLinkClosesTheOneBefore() {
        var first = links.create();
        var second = links.create();
        assertThat(accounts.mayCreateFirst(first)).isFalse();
        assertThat(accounts.mayCreateFirst(second)).isTrue();
    }

    @Test
    void theLinkIsOverAfterADay() {
        var clock = new HandClock();
        var late = new SetupLinks(db, clock);
        var token = late.create();
        clock.pass(SetupLinks.VALID.minusSeconds(1));
        assertThat(late.isOpen(token)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(late.isOpen(token)).isFalse();
        assertThat(late.use(token)).isFalse();
    }

    @Test
    void aMadeUpLinkOpensNothing() {
        links.create();
        assertThat(accounts.mayCreateFirst("x".repeat(43))).isFalse();
    }
}
