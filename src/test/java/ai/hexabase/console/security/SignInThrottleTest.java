package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.test.HandClock;
import ai.hexabase.console.test.OwnDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** Guessing is slowed down per account and address, and no number of failures keeps the right password out. */
@ConsoleTest
class SignInThrottleTest {
    private static final String NAME = "misaki";
    private static final String RIGHT = "correct otter battery plinth";
    private static final String COOKIE = "the cookie of the administrator’s own browser";
    /** Quick, for ten thousand of them. */
    private static final PasswordEncoder ENCODER =
            new Pbkdf2PasswordEncoder("", 16, 1, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);

    @Autowired
    DataSource pool;

    @Autowired
    Acts acts;

    private final HandClock clock = new HandClock();
    private HikariDataSource own;
    private DSLContext db;
    private AuthenticationManager people;
    private AuthenticationManager elsewhere;
    private int checked;

    @BeforeEach
    void onADatabaseOfItsOwn() {
        own = OwnDatabase.beside(pool);
        db = DSL.using(new TransactionAwareDataSourceProxy(own), SQLDialect.POSTGRES);
        var accounts = new AccountStore(db, clock);
        accounts.insert(NAME, "佐藤 美咲", String.valueOf(ENCODER.encode(RIGHT)), Set.of(Role.ADMIN));
        new DeviceStore(db, clock)
                .seen(
                        OneTimeToken.hash(COOKIE),
                        accounts.find(NAME).orElseThrow().id());
        people = console();
        elsewhere = console();
    }

    @AfterEach
    void close() {
        own.close();
    }

    /** What one of several consoles on the database checks passwords with. */
    private AuthenticationManager console() {
        var accounts = new AccountStore(db, clock);
        var throttle = new SignInThrottle(
                new FailureStore(db, clock),
                new DeviceStore(db, clock),
                accounts,
                new DataSourceTransactionManager(own),
                clock);
        return new ProviderManager(new LocalAccounts(new LocalSignIn(accounts, clock), ENCODER, throttle));
    }

    private void attempt(
            AuthenticationManager at, String name, String password, String address, @Nullable String cookie) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        if (cookie != null) {
            request.setCookies(new jakarta.servlet.http.Cookie(KnownDevices.COOKIE, cookie));
        }
        var token = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        token.setDetails(new SignInDetails(request));
        at.authenticate(token);
    }

    private void guess(String name, String address) {
        try {
            attempt(people, name, "a wrong guess " + checked, address, null);
        } catch (BadCredentialsException wrong) {
            checked++;
        } catch (SignInResting resting) {
            // not even looked at
        }
    }

    private void getsInFrom(String address, @Nullable String cookie) {
        attempt(people, NAME, RIGHT, address, cookie);
    }

    private Duration restOf(String address) {
        try {
            getsInFrom(address, null);
            return Duration.ZERO;
        } catch (SignInResting resting) {
            return Duration.between(clock.instant(), resting.until());
        }
    }

    @Test
    void tenThousandGuessesFromOneAddressAreAFewAndTheAdministratorGetsInFromAnother() {
        for (var count = 0; count < 10_000; count++) {
            guess(NAME, "203.0.113.9");
            clock.pass(Duration.ofMillis(200));
        }
        // 2,000 seconds: five at once, then after 5, 10, 20 … 300 seconds
        assertThat(checked).isBetween(10, 20);
        getsInFrom("203.0.113.9", COOKIE);
        getsInFrom("198.51.100.7", null);
        assertThat(restOf("203.0.113.9")).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    @Test
    void tenThousandGuessesFromManyAddressesKeepTheRightPasswordOutForTenSecondsAtMost() {
        for (var count = 0; count < 10_000; count++) {
            guess(NAME, "10." + count % 20 + "." + count % 250 + ".7");
            clock.pass(Duration.ofMillis(20));
        }
        // of each of 500 addresses in 200 seconds: after 10, 5, 10, 20, 40, 80 seconds
        assertThat(checked).isLessThanOrEqualTo(500 * 7);
        getsInFrom("10.1.1.7", COOKIE);
        assertThat(restOf("198.51.100.7")).isEqualTo(SignInThrottle.KNOCK);
        for (var count = 0; count < 100; count++) {
            guess(NAME, "10.1.2." + count);
            clock.pass(Duration.ofMillis(100));
        }
        getsInFrom("198.51.100.7", null);
    }

    @Test
    void anAddressRestsWhicheverNamesItTriesAndAnIpv6NetworkIsOneAddress() {
        for (var count = 0; count < 100; count++) {
            guess("nobody-" + count, "2001:db8:1:2::" + Integer.toHexString(count + 1));
        }
        assertThat(checked).isEqualTo(20);
        assertThat(restOf("2001:db8:1:2:ffff::9")).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(restOf("2001:db8:1:3::1")).isZero();
    }

    @Test
    void nobodyLearnsWhetherAnAccountExists() {
        for (var name : new String[] {NAME, "nobody"}) {
            for (var count = 0; count < 5; count++) {
                assertThatThrownBy(() -> attempt(people, name, "wrong", "192.0.2." + name.length(), null))
                        .isInstanceOf(BadCredentialsException.class);
            }
            assertThatThrownBy(() -> attempt(people, name, RIGHT, "192.0.2." + name.length(), null))
                    .isInstanceOfSatisfying(
                            SignInResting.class,
                            resting -> assertThat(resting.until())
                                    .isEqualTo(clock.instant().plusSeconds(5)));
        }
    }

    @Test
    void allConsolesCountTogetherAndARestartForgetsNothing() {
        for (var count = 0; count < 5; count++) {
            guess(NAME, "192.0.2.1");
        }
        assertThatThrownBy(() -> attempt(elsewhere, NAME, RIGHT, "192.0.2.1", null))
                .isInstanceOf(SignInResting.class);
        people = console();
        assertThat(restOf("192.0.2.1")).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void anInventedDeviceCookieOpensNothingAndAStolenOneIsThrottledLikeAnother() {
        for (var count = 0; count < 5; count++) {
            guess(NAME, "192.0.2.1");
        }
        assertThatThrownBy(() -> getsInFrom("192.0.2.1", "made up")).isInstanceOf(SignInResting.class);
        for (var count = 0; count < 5; count++) {
            assertThatThrownBy(() -> attempt(people, NAME, "wrong", "192.0.2.2", COOKIE))
                    .isInstanceOf(AuthenticationException.class);
        }
        assertThatThrownBy(() -> getsInFrom("192.0.2.3", COOKIE)).isInstanceOf(SignInResting.class);
        getsInFrom("192.0.2.3", null);
    }

    @Test
    void aRightPasswordForgetsTheOwnFailuresAndTimeForgetsTheRest() {
        for (var count = 0; count < 4; count++) {
            guess(NAME, "192.0.2.1");
        }
        getsInFrom("192.0.2.1", null);
        for (var count = 0; count < 5; count++) {
            guess(NAME, "192.0.2.1");
        }
        assertThat(restOf("192.0.2.1")).isPositive();
        clock.pass(FailureStore.REMEMBERED.plusSeconds(1));
        assertThat(restOf("192.0.2.1")).isZero();
    }

    @Test
    void settingAnAccountUpAnewLiftsItsRests() {
        for (var count = 0; count < 6; count++) {
            guess(NAME, "192.0.2.1");
        }
        assertThat(restOf("192.0.2.1")).isPositive();
        new AccountReset(new SessionStore(db), new FailureStore(db, clock), new DeviceStore(db, clock))
                .begin(new AccountStore(db, clock).find(NAME).orElseThrow(), clock.instant());
        getsInFrom("192.0.2.1", null);
    }

    @Test
    void whatIsKeptOfFailuresIsBounded() {
        db.execute(
                "insert into sign_in_failure (counted, failures, last_at)"
                        + " select sha256(n::text::bytea), 1, ?::timestamptz from generate_series(1, 60000) n",
                clock.instant().toString());
        for (var count = 0; count < 200; count++) {
            guess("name-" + count, "10.9.8." + count);
        }
        assertThat(rows()).isLessThanOrEqualTo(FailureStore.MOST + 3 * 200);
        clock.pass(FailureStore.REMEMBERED.plusMinutes(1));
        for (var count = 0; count < 200; count++) {
            guess("name-" + count, "10.9.7." + count);
        }
        assertThat(rows()).isLessThanOrEqualTo(3 * 200);
    }

    private int rows() {
        return db.fetchCount(DSL.table("sign_in_failure"));
    }

    @Test
    void theRecordIsNotFilledByThoseWhoGuess() {
        var before = acts.count(EntryQuery.ALL);
        var refused = new RefusedSignIns(acts, clock, RefusedSignIns.EACH);
        for (var count = 0; count < 10_000; count++) {
            refused.add(
                    Actor.unknown("name-" + count % 50, "203.0.113.9"),
                    Act.of("session.sign-in").refused(Problem.of(count % 2 == 0 ? "sign-in-wrong" : "sign-in-resting")),
                    count % 2 == 1);
            clock.pass(Duration.ofMillis(30));
        }
        refused.destroy();
        // 300 seconds: 30 a minute by themselves, one more a minute for all others
        assertThat(acts.count(EntryQuery.ALL) - before).isLessThanOrEqualTo(5 * (RefusedSignIns.EACH + 1) + 1);
        assertThat(acts.find(EntryQuery.ALL, 0, 1).getFirst().act()).satisfies(act -> {
            assertThat(act.problem()).isEqualTo("sign-in-many");
            assertThat(act.after()).containsKeys("sign-in-wrong", "sign-in-resting", "names among them");
        });
    }
}
