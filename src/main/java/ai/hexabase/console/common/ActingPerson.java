package ai.hexabase.console.common;

import java.util.Set;

/** Who is acting right now; implemented by the sign-in, asked by every module that records or refuses an act. */
public interface ActingPerson {
    /** The account name that is put on record, {@code system} when the console acts by itself. */
    String name();

    /** The name the person goes by, for screens. */
    default String displayName() {
        return name();
    }

    Set<Role> roles();

    default boolean isA(Role role) {
        return roles().contains(role);
    }

    /** Whether the person may do what the role may; administrators may do everything. */
    default boolean may(Role role) {
        return isA(role) || isA(Role.ADMIN);
    }

    /** Refuses with problem {@code role-missing} what {@link #may} does not allow. */
    default void require(Role role) {
        if (!may(role)) {
            throw new ProblemException(Problem.of("role-missing", role.name().toLowerCase(java.util.Locale.ROOT)));
        }
    }
}
