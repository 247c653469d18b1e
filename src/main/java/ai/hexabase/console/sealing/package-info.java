/** Seals secrets so that the database never holds one in the clear. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package ai.hexabase.console.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
