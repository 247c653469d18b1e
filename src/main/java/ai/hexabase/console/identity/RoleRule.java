package ai.hexabase.console.identity;

import ai.hexabase.console.common.Role;

/**
 * Gives a role to those whose roles claim holds a value.
 *
 * @param value as the provider writes it, such as {@code /it/platform}
 */
public record RoleRule(String value, Role role) {}
