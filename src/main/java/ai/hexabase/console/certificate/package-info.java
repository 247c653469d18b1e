/** Certificates that installations show to their users: checked, kept with a sealed key, or made here. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "common", "kube", "sealing"})
package ai.hexabase.console.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
