/** Connections that the console makes to machines that administrators name; entry {@link OutgoingConnections}. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package ai.hexabase.console.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
