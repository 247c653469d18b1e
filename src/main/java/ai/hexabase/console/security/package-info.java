/** Sign-in, local accounts, sessions, and who is acting; entry {@link ai.hexabase.console.security.Accounts}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "identity", "uikit"})
package ai.hexabase.console.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
