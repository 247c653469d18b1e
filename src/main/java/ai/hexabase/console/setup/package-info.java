/**
 * First-time setup: from the link in the log through the steps that the other modules contribute; entry {@link
 * ai.hexabase.console.setup.SetupSteps}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "security", "uikit"})
package ai.hexabase.console.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
