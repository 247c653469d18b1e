/** Programs that administrators run in containers, each with a reason and on record; entry {@link Terminals}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "kube", "cluster", "uikit"})
package ai.hexabase.console.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
