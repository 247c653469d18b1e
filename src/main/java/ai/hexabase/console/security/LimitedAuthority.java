package ai.hexabase.console.security;

import ai.hexabase.console.common.Grant;
import java.io.Serial;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;

/** A role that holds for some things only; by itself it opens no screen that asks for the role. */
final class LimitedAuthority implements GrantedAuthority {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Grant grant;
    private final String name;

    LimitedAuthority(Grant grant) {
        this.grant = grant;
        this.name = "LIMITED_" + grant.role().name();
    }

    Grant grant() {
        return grant;
    }

    @Override
    public String getAuthority() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LimitedAuthority that && Objects.equals(grant, that.grant);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(grant);
    }

    @Override
    public String toString() {
        return grant.toString();
    }
}
