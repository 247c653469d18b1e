/** The frame around every screen: menu, header, home, error pages; nothing depends on it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "news", "security", "uikit"})
package ai.hexabase.console.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
