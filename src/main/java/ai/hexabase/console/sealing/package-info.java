/**
 * Seals secrets so that the database never holds one in the clear; entries {@link
 * ai.hexabase.console.sealing.Sealer} and {@link ai.hexabase.console.sealing.EncryptionKeys}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "uikit"})
package ai.hexabase.console.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
