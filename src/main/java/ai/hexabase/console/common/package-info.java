/** Values that three or more modules use: messages, problems, ids, roles; no Spring, no Vaadin. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package ai.hexabase.console.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
