/**
 * The identity providers that people sign in through, and which roles their claims give; entry
 * {@link ai.hexabase.console.identity.IdentityProviders}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "http", "sealing"})
package ai.hexabase.console.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
