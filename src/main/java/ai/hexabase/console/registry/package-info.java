/**
 * Image registries that installations pull from: address, sealed account, and the proof that an image can be had there;
 * entry {@link ai.hexabase.console.registry.Registries}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "http", "sealing", "uikit"})
package ai.hexabase.console.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
