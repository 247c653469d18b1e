package ai.hexabase.console.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registry as an administrator set it up; its password is kept apart and never shown.
 *
 * @param address host and optional port
 * @param account empty where everybody may pull
 * @param authorities certificates (PEM) to trust beside the public ones; empty when there are none
 * @param check what the last test showed; null before the first one and after each change
 */
public record ImageRegistry(
        RegistryId id,
        String address,
        String account,
        String authorities,
        @Nullable RegistryCheck check) {
    /** Whether the last test found the image. */
    public boolean works() {
        return check != null && check.problem() == null;
    }

    ImageRegistry checked(@Nullable RegistryCheck made) {
        return new ImageRegistry(id, address, account, authorities, made);
    }

    /** For the record. */
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("address", address);
        facts.put("account", account);
        facts.put("own authorities", !authorities.isEmpty());
        return facts;
    }
}
