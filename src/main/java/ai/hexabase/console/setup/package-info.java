/** First-time setup: from the link in the log to the first administrator. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "uikit", "security"})
package ai.hexabase.console.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
