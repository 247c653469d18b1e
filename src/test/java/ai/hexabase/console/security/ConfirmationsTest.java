package ai.hexabase.console.security;

import static ai.hexabase.console.db.Tables.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.test.ConsoleTest;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

@ConsoleTest
class ConfirmationsTest {
    private static final String PASSWORD = "Blue-horse-42-lamp";

    @Autowired
    Confirmations confirmations;

    @Autowired
    AccountStore accounts;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Acts acts;

    @Autowired
    DSLContext db;

    private final String name = "confirms-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void signedInLongAgo() {
        accounts.insert(name, name, String.valueOf(encoder.encode(PASSWORD)), Set.of(Role.ADMIN));
        SignIns.as(SignIns.ago(Duration.ofMinutes(12), name, Grant.everywhere(Role.ADMIN)));
    }

    /** Others of the same console look what it does while it has no account yet. */
    @AfterEach
    void forgetTheAccount() {
        db.deleteFrom(ACCOUNT).where(ACCOUNT.USERNAME.eq(name)).execute();
    }

    @Test
    void thePasswordProvesItAndIsOnRecord() {
        assertThat(confirmations.isRecent()).isFalse();
        confirmations.byPassword(PASSWORD);
        assertThat(confirmations.isRecent()).isTrue();
        assertThat(acts.find(EntryQuery.ALL, 0, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.act().kind()).isEqualTo("session.confirm");
            assertThat(entry.act().result()).isEqualTo(Act.Result.DONE);
            assertThat(entry.who().name()).isEqualTo(name);
        });
    }

    @Test
    void aWrongPasswordProvesNothingAndIsOnRecordOnceAsThatPersons() {
        var before = acts.count(EntryQuery.ALL);
        assertThatThrownBy(() -> confirmations.byPassword("guessed")).hasMessageContaining("confirm-wrong");
        assertThat(confirmations.isRecent()).isFalse();
        assertThat(acts.count(EntryQuery.ALL)).isEqualTo(before + 1);
        assertThat(acts.find(EntryQuery.ALL, 0, 1)).singleElement().satisfies(entry -> {
            assertThat(entry.act().kind()).isEqualTo("session.confirm");
            assertThat(entry.act().problem()).isEqualTo("confirm-wrong");
            assertThat(entry.who().name()).isEqualTo(name);
        });
    }

    @Test
    void guessingSlowsDownLikeSigningIn() {
        for (var guess = 0; guess < 5; guess++) {
            assertThatThrownBy(() -> confirmations.byPassword("guessed")).hasMessageContaining("confirm-wrong");
        }
        assertThatThrownBy(() -> confirmations.byPassword(PASSWORD)).hasMessageContaining("confirm-resting");
        assertThat(confirmations.isRecent()).isFalse();
    }

    @Test
    void whoeverTheSignInDoesNotKnowHasProvedNothing() {
        SignIns.as(new TestingAuthenticationToken("made-up", "", "ROLE_ADMIN"));
        assertThat(confirmations.isRecent()).isFalse();
        assertThat(confirmations.begin()).isEmpty();
        assertThatThrownBy(() -> confirmations.byPassword(PASSWORD)).hasMessageContaining("confirm-wrong");
    }
}
