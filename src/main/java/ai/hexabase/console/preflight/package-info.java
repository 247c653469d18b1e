/** Checks before a plan may run: pure decisions over facts that an observer gathers from the cluster. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "kube", "manifest", "profile"})
package ai.hexabase.console.preflight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
