/** Where the console keeps its data: an embedded PostgreSQL unless an external one is configured. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package ai.hexabase.console.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
