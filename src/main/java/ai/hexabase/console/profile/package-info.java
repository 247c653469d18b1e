/** Profiles as validated data: the document's values, the settings they start from, the recommendation and its sums. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package ai.hexabase.console.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
