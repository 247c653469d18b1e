package ai.hexabase.console.status;

import ai.hexabase.console.common.ClusterId;
import java.util.List;

/**
 * An installation as far as pods are filtered by it.
 *
 * @param namespace where its pods are
 */
public record KnownInstallation(String name, ClusterId cluster, String namespace) {
    /** Implemented by the module that knows installations. */
    public interface Source {
        List<KnownInstallation> installations();
    }
}
