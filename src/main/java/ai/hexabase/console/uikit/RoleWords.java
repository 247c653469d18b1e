package ai.hexabase.console.uikit;

import ai.hexabase.console.common.Role;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Roles in the reader's language. */
public final class RoleWords {
    private RoleWords() {}

    public static String of(Role role) {
        return Texts.get("shell.role." + role.name().toLowerCase(Locale.ROOT));
    }

    /** All of them in a sentence, in the order of {@link Role}. */
    public static String of(Collection<Role> roles) {
        return roles.stream().sorted().map(RoleWords::of).collect(Collectors.joining(Texts.get("shell.roles.and")));
    }
}
