/** Drift: where the live objects differ from what was rolled out last, who changed them, and what to do about it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "common",
            "kube",
            "manifest",
            "profile",
            "installation",
            "installation :: ui",
            "cluster",
            "rollout",
            "jobs",
            "news",
            "uikit"
        })
package ai.hexabase.console.drift;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
