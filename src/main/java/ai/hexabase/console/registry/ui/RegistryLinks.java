package ai.hexabase.console.registry.ui;

import ai.hexabase.console.registry.RegistryId;

/** Addresses of the screens about registries. */
final class RegistryLinks {
    static final String LIST = "settings/registries";
    /** Stands for a registry that is not there yet. */
    static final String NEW = "new";

    private RegistryLinks() {}

    static String of(RegistryId id) {
        return LIST + "/" + id;
    }
}
