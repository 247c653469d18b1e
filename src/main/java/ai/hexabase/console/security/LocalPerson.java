package ai.hexabase.console.security;

import java.io.Serial;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Somebody signed in with a local account. */
final class LocalPerson extends User implements Person {
    @Serial
    private static final long serialVersionUID = 1;

    private final String displayName;
    private final Proof proof;

    /** @param proof of the password that was just entered */
    LocalPerson(AccountStore.Account account, Collection<? extends GrantedAuthority> authorities, Proof proof) {
        super(account.username(), account.passwordHash(), authorities);
        this.displayName = account.displayName();
        this.proof = proof;
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public String provider() {
        return LOCAL;
    }

    @Override
    public String subject() {
        return getUsername();
    }

    @Override
    public Proof proof() {
        return proof;
    }
}
