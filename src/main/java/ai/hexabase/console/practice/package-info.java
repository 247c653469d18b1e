/** The practice fleet: simulated clusters inside the console, behind the same door as real ones. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "kube", "cluster", "cluster :: ui", "uikit"})
package ai.hexabase.console.practice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
