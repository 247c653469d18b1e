package ai.hexabase.console.uikit;

import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles in the reader's language. */
public final class RoleWords {
    private RoleWords() {}

    public static String of(Role role) {
        return Texts.get("shell.role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** The same of grants, saying which are limited; a role that holds for everything is named once. */
    public static String ofGrants(Collection<Grant> grants) {
        var everywhere = grants.stream()
                .filter(grant -> !grant.scope().limited())
                .map(Grant::role)
                .collect(Collectors.toSet());
        var limited = grants.stream()
                .map(Grant::role)
                .filter(role -> !everywhere.contains(role))
                .distinct()
                .sorted()
                .map(role -> Texts.get("shell.role.limited", of(role)));
        return Stream.concat(everywhere.stream().sorted().map(RoleWords::of), limited)
                .collect(Collectors.joining(Texts.get("shell.roles.and")));
    }

    /** All of them in a sentence, in the order of {@link Role}. */
    public static String of(Collection<Role> roles) {
        return roles.stream().sorted().map(RoleWords::of).collect(Collectors.joining(Texts.get("shell.roles.and")));
    }
}
