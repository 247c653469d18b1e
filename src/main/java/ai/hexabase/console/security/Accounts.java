package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Actor;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The console's local accounts. */
@Service
public class Accounts {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");
    private final AccountStore store;
    private final SetupLinks setupLinks;
    private final PasswordEncoder encoder;
    private final Acts acts;

    Accounts(AccountStore store, SetupLinks setupLinks, PasswordEncoder encoder, Acts acts) {
        this.store = store;
        this.setupLinks = setupLinks;
        this.encoder = encoder;
        this.acts = acts;
    }

    /** True until the first administrator exists. */
    public boolean none() {
        return store.count() == 0;
    }

    /** The account that the setup link made; empty while nobody used it. */
    public Optional<FirstAccount> first() {
        return store.first();
    }

    /** True when the token opens the page that creates the first administrator. */
    public boolean mayCreateFirst(String setupToken) {
        return none() && setupLinks.isOpen(setupToken);
    }

    /** What is wrong with these entries; each problem's code names the field it belongs to. */
    public List<Problem> check(NewAccount account) {
        var problems = new ArrayList<Problem>();
        if (!USERNAME.matcher(account.username()).matches()) {
            problems.add(Problem.of("username-form"));
        }
        if (account.displayName().isEmpty() || account.displayName().length() > 100) {
            problems.add(Problem.of("display-name-form"));
        }
        PasswordRules.check(account.password(), List.of(account.username(), account.displayName()))
                .ifPresent(problems::add);
        return List.copyOf(problems);
    }

    /** Creates the first administrator and closes the link; refused when the link is used, late or wrong. */
    @Transactional
    public void createFirst(String setupToken, NewAccount account) {
        var problems = check(account);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems.getFirst());
        }
        store.lockForFirst();
        if (!none() || !setupLinks.use(setupToken)) {
            var closed = Problem.of("setup-link-closed");
            acts.recordRefusal(
                    Actor.unknown(account.username(), null),
                    Act.of("account.create-first").refused(closed));
            throw new ProblemException(closed);
        }
        var hash = encoder.encode(account.password());
        store.insert(account.username(), account.displayName(), String.valueOf(hash), Set.of(Role.ADMIN));
        acts.record(
                Actor.unknown(account.username(), null),
                Act.of("account.create-first")
                        .on("account", account.username(), account.displayName())
                        .after(Map.of("roles", Set.of(Role.ADMIN))));
    }
}
