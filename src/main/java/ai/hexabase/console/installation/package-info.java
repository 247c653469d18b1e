/** Installations an administrator looks after: their revisions of settings, and the wizard that makes them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "common",
            "kube",
            "news",
            "profile",
            "registry",
            "manifest",
            "cluster",
            "status",
            "sealing",
            "certificate",
            "uikit"
        })
package ai.hexabase.console.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
