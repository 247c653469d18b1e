/** The registry of clusters: sealed credentials, site, capacity, and whether each can be reached right now. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "kube", "news", "sealing", "uikit"})
package ai.hexabase.console.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
