package ai.hexabase.console.identity;

import ai.hexabase.console.common.Role;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider that nobody has to reach. */
public final class ExampleProvider {
    private ExampleProvider() {}

    /** Its group {@code /it} administers; it is off. */
    public static IdentityProvider tested(String id, @Nullable Instant testedAt) {
        return new IdentityProvider(
                id,
                "Example Corp",
                URI.create("https://sso.example/realms/staff"),
                "hexabase-console",
                List.of(),
                "sub",
                "groups",
                List.of(new RoleRule("/it", Role.ADMIN)),
                "",
                false,
                testedAt);
    }
}
