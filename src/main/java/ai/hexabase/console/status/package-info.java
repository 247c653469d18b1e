/** Live state of what runs: watches become snapshots, snapshots go to subscribers; an unreachable cluster keeps its last. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "kube", "cluster", "terminal", "uikit"})
package ai.hexabase.console.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
