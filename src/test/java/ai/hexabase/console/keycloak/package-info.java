/** A real Keycloak with a corporate directory, for tests and for trying sign-in; what the command uses needs the JDK alone. */
@NullMarked
package ai.hexabase.console.keycloak;

import org.jspecify.annotations.NullMarked;
