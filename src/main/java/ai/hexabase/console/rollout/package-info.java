/** What a revision would change (plans), and carrying that out step by step so that nothing is lost (rollouts). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "common",
            "kube",
            "manifest",
            "profile",
            "installation",
            "cluster",
            "preflight",
            "jobs",
            "news",
            "status",
            "uikit"
        })
package ai.hexabase.console.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
