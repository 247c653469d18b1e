package ai.hexabase.console.identity;

import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.common.Scope;

/**
 * Gives a role to those whose roles claim holds a value.
 *
 * @param value as the provider writes it, such as {@code /it/platform}
 * @param scope what the role holds for
 */
public record RoleRule(String value, Role role, Scope scope) {
    /** The role holds for everything. */
    public RoleRule(String value, Role role) {
        this(value, role, Scope.EVERYTHING);
    }

    Grant grant() {
        return new Grant(role, scope);
    }
}
