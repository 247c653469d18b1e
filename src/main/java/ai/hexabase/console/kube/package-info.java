/** The only door to Kubernetes: what the console asks of an API server, for real clusters and practice ones alike. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package ai.hexabase.console.kube;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
