/** The parts every screen is made of: status, freshness, notices, timeline, diff, wizard frame, texts, live updates. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package ai.hexabase.console.uikit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
