/** The append-only, hash-chained record of who did what and what was refused; entry {@link Acts}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "database", "http", "jobs", "news", "sealing", "uikit"})
package ai.hexabase.console.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
