/** Turns settings into Kubernetes objects, in the document's order of installation; pure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "kube", "profile"})
package ai.hexabase.console.manifest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
