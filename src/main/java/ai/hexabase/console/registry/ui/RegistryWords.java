package ai.hexabase.console.registry.ui;

import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;

/** What screens say of registries. */
final class RegistryWords {
    private RegistryWords() {}

    static StatusLabel state(ImageRegistry registry) {
        var check = registry.check();
        if (check == null) {
            return new StatusLabel(Status.WAITING, Texts.get("registry.untested"));
        }
        var problem = check.problem();
        return problem == null
                ? new StatusLabel(Status.OK, Texts.get("registry.works"))
                : new StatusLabel(Status.FAILED, Texts.of(problem.what()));
    }

    static String account(ImageRegistry registry) {
        return registry.account().isEmpty() ? Texts.get("registry.anonymous") : registry.account();
    }
}
