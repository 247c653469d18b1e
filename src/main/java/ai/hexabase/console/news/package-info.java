/** What changed in the database, told to every console that works with it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package ai.hexabase.console.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
