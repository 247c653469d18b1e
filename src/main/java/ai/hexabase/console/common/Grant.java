package ai.hexabase.console.common;

import java.util.Collection;

/** A role that somebody has, and what it holds for. */
public record Grant(Role role, Scope scope) {
    public static Grant everywhere(Role role) {
        return new Grant(role, Scope.EVERYTHING);
    }

    /** Administrators may do what any role may. */
    boolean gives(Role wanted) {
        return role == wanted || role == Role.ADMIN;
    }

    /** What all of them together let see. */
    static Scope all(Collection<Grant> grants) {
        return grants.stream().map(Grant::scope).reduce(Scope.NOTHING, Scope::and);
    }

    /** What those together that give the role hold for. */
    static Scope of(Role wanted, Collection<Grant> grants) {
        return all(grants.stream().filter(grant -> grant.gives(wanted)).toList());
    }
}
