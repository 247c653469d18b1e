package ai.hexabase.console.security;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.Dangerous;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Members;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.security.SessionLimits.Limit;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person of the current request; outside of requests the console itself. */
@Component
class CurrentPerson implements ActingPerson {
    private final ObjectProvider<Members> members;
    private final LocalSessions sessions;
    private final Refusals refusals;
    private final Clock clock;
    private final PresentLimits limits;

    CurrentPerson(
            ObjectProvider<Members> members,
            LocalSessions sessions,
            Refusals refusals,
            PresentLimits limits,
            Clock clock) {
        this.members = members;
        this.sessions = sessions;
        this.refusals = refusals;
        this.clock = clock;
        this.limits = limits;
    }

    private static @Nullable Authentication who() {
        return SecurityContextHolder.getContext().getAuthentication();
    }

    @Override
    public String name() {
        var who = who();
        return who == null ? "system" : who.getName();
    }

    @Override
    public String displayName() {
        return signedIn().map(Person::displayName).orElseGet(this::name);
    }

    @Override
    public boolean isLocal() {
        return signedIn().map(Person::provider).filter(Person.LOCAL::equals).isPresent();
    }

    /** Whoever is signed in; empty when nobody is. */
    static Optional<Person> signedIn() {
        var who = who();
        return who != null && who.getPrincipal() instanceof Person person ? Optional.of(person) : Optional.empty();
    }

    @Override
    public Set<Role> roles() {
        var who = who();
        return who == null ? EnumSet.allOf(Role.class) : GrantedRoles.roles(who.getAuthorities());
    }

    @Override
    public Set<Grant> grants() {
        var who = who();
        return who == null ? ActingPerson.super.grants() : GrantedRoles.grants(who.getAuthorities());
    }

    @Override
    public BooleanSupplier still(Role role, ClusterId cluster) {
        return sessions.idOf(who())
                .<BooleanSupplier>map(session -> () -> sessions.who(session)
                        .filter(who -> new Granted(who, members()).may(role, cluster))
                        .isPresent())
                .orElse(() -> true);
    }

    /** Somebody in another session than that of the current request. */
    private record Granted(Authentication who, @Override Members members) implements ActingPerson {
        @Override
        public String name() {
            return who.getName();
        }

        @Override
        public Set<Role> roles() {
            return GrantedRoles.roles(who.getAuthorities());
        }

        @Override
        public Set<Grant> grants() {
            return GrantedRoles.grants(who.getAuthorities());
        }
    }

    @Override
    public Members members() {
        return members.getIfAvailable(() -> Members.NONE);
    }

    /** Whether the person proved not long ago who they are; the console itself need not. */
    boolean isRecent() {
        var who = who();
        return who == null
                || who.getPrincipal() instanceof Person person
                        && person.proof().isRecent(clock.instant(), limits.of(Limit.STEP_UP));
    }

    @Override
    public void require(Role role) {
        refusals.recorded(Refusals.NOTHING, () -> ActingPerson.super.require(role));
    }

    @Override
    public void require(Role role, InstallationId installation) {
        refusals.recorded(
                act -> act.on("installation", installation, ""), () -> ActingPerson.super.require(role, installation));
    }

    @Override
    public void require(Role role, ClusterId cluster) {
        refusals.recorded(act -> act.on("cluster", cluster, ""), () -> ActingPerson.super.require(role, cluster));
    }

    @Override
    public void requireSomewhere(Role role) {
        refusals.recorded(Refusals.NOTHING, () -> ActingPerson.super.requireSomewhere(role));
    }

    @Override
    public void requireRecent(Dangerous act) {
        refusals.recorded(Refusals.NOTHING, () -> {
            if (!isRecent()) {
                throw new ProblemException(
                        Problem.of("sign-in-too-old", limits.of(Limit.STEP_UP).toMinutes()));
            }
        });
    }
}
