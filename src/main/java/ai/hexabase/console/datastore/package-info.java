/**
 * The administrator's side of where data are kept: what the database is, checks of another one, and the move there;
 * entry {@link ai.hexabase.console.datastore.Datastores}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "database", "jobs", "uikit"})
package ai.hexabase.console.datastore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
