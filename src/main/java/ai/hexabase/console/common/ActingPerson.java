package ai.hexabase.console.common;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Who is acting right now; implemented by the sign-in, asked by every module that records or refuses an act. */
public interface ActingPerson {
    /** The account name that is put on record, {@code system} when the console acts by itself. */
    String name();

    /** The name the person goes by, for screens. */
    default String displayName() {
        return name();
    }

    /** Whether the person came with an account of the console's own, past every identity provider. */
    default boolean isLocal() {
        return false;
    }

    /** The roles that hold for everything. */
    Set<Role> roles();

    /** All roles, those that are limited among them. */
    default Set<Grant> grants() {
        return roles().stream().map(Grant::everywhere).collect(Collectors.toUnmodifiableSet());
    }

    /** Where installations stand. */
    default Members members() {
        return Members.NONE;
    }

    /** Whether the person may do what the role may, whatever it is done to; administrators may do everything. */
    default boolean may(Role role) {
        return roles().contains(role) || roles().contains(Role.ADMIN);
    }

    default boolean may(Role role, InstallationId installation) {
        return may(role) || Grant.of(role, grants()).covers(installation, members());
    }

    default boolean may(Role role, ClusterId cluster) {
        return may(role) || Grant.of(role, grants()).covers(cluster);
    }

    /**
     * To be asked later and from any thread: whether the person of now still may. False as well once the session is
     * over in which this was asked for.
     */
    default BooleanSupplier still(Role role, ClusterId cluster) {
        return () -> may(role, cluster);
    }

    /** Whether there is anything at all that the person may do this to. */
    default boolean maySomewhere(Role role) {
        return !Grant.of(role, grants()).isEmpty();
    }

    /** Whether nothing is kept from the person's sight. */
    default boolean seesAll() {
        return !Grant.all(grants()).limited();
    }

    /** The installations the person sees; only asked when that is not all. */
    default Set<InstallationId> seen() {
        return Grant.all(grants()).installations(members());
    }

    default boolean sees(InstallationId installation) {
        return Grant.all(grants()).covers(installation, members());
    }

    /** A cluster that is not seen whole is seen as far as installations on it are. */
    default Sight sight(ClusterId cluster) {
        var all = Grant.all(grants());
        if (all.covers(cluster)) {
            return Sight.WHOLE;
        }
        var namespaces = all.installations(members()).stream()
                .flatMap(seen -> members().of(seen).getOrDefault(cluster, Set.of()).stream());
        return new Sight(false, namespaces.collect(Collectors.toSet()));
    }

    /** The clusters the person sees, whole or in part; only asked when that is not all. */
    default Set<ClusterId> seenClusters() {
        var all = Grant.all(grants());
        var clusters = new HashSet<>(all.clusters());
        all.installations(members())
                .forEach(seen -> clusters.addAll(members().of(seen).keySet()));
        return clusters;
    }

    default boolean sees(ClusterId cluster) {
        return !sight(cluster).isNothing();
    }

    /** Refuses with problem {@code role-missing} what {@link #may} does not allow. */
    default void require(Role role) {
        if (!may(role)) {
            throw missing(maySomewhere(role) ? "role-limited" : "role-missing", role);
        }
    }

    default void require(Role role, InstallationId installation) {
        if (!may(role, installation)) {
            throw missing(maySomewhere(role) ? "role-elsewhere" : "role-missing", role);
        }
    }

    default void require(Role role, ClusterId cluster) {
        if (!may(role, cluster)) {
            throw missing(maySomewhere(role) ? "role-elsewhere" : "role-missing", role);
        }
    }

    default void requireSomewhere(Role role) {
        if (!maySomewhere(role)) {
            throw missing("role-missing", role);
        }
    }

    /** Refuses with problem {@code sign-in-too-old} unless the person proved not long ago who they are. */
    default void requireRecent(Dangerous act) {}

    private static ProblemException missing(String code, Role role) {
        return new ProblemException(Problem.of(code, role.name().toLowerCase(Locale.ROOT)));
    }
}
