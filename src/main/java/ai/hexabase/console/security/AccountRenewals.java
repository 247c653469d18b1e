package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets accounts of the console itself up anew, by links that are made on the server's command line. */
@Service
public class AccountRenewals {
    private final AccountStore accounts;
    private final RenewalStore renewals;
    private final SessionStore sessions;
    private final FailureStore failures;
    private final DeviceStore devices;
    private final PasswordEncoder encoder;
    private final Acts acts;
    private final Clock clock;

    AccountRenewals(
            AccountStore accounts,
            RenewalStore renewals,
            SessionStore sessions,
            FailureStore failures,
            DeviceStore devices,
            PasswordEncoder encoder,
            Acts acts,
            Clock clock) {
        this.accounts = accounts;
        this.renewals = renewals;
        this.sessions = sessions;
        this.failures = failures;
        this.devices = devices;
        this.encoder = encoder;
        this.acts = acts;
        this.clock = clock;
    }

    /** The user name of the account that the link sets up anew; empty when the link is used, late or wrong. */
    public Optional<String> account(String token) {
        return stored(token).map(AccountStore.Account::username);
    }

    private Optional<AccountStore.Account> stored(String token) {
        return renewals.account(token).flatMap(accounts::find);
    }

    /** What is wrong with a password for that link's account. */
    public Optional<Problem> check(String token, String password) {
        return stored(token)
                .flatMap(account -> PasswordRules.check(password, List.of(account.username(), account.displayName())));
    }

    /** Gives the account a new password and ends all that was open with the old one; the link is closed by that. */
    @Transactional
    public void renew(String token, String password, @Nullable String address) {
        var account = stored(token).orElseThrow(AccountRenewals::closed);
        check(token, password).ifPresent(problem -> {
            throw new ProblemException(problem);
        });
        if (!renewals.use(token)) {
            throw closed();
        }
        accounts.changePassword(account.id(), String.valueOf(encoder.encode(password)));
        var ended = new AccountReset(sessions, failures, devices)
                .begin(account, clock.instant().truncatedTo(ChronoUnit.MICROS));
        acts.record(
                Actor.unknown(account.username(), address),
                Act.of("account.renew")
                        .on("account", account.username(), account.displayName())
                        .after(java.util.Map.of("sessions ended", ended)));
    }

    private static ProblemException closed() {
        return new ProblemException(Problem.of("renewal-link-closed"));
    }

    /** Accounts that somebody began to set up anew since then. */
    public List<AccountRenewal> since(Instant when) {
        return renewals.since(when).stream()
                .map(each -> new AccountRenewal(
                        accounts.find(each.account())
                                .map(AccountStore.Account::username)
                                .orElse(""),
                        each.at(),
                        each.used()))
                .toList();
    }
}
