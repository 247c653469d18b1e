package ai.hexabase.console.manifest;

/** The steps of an installation in the document's order; objects belong to one each, the last waits have none. */
public enum Phase {
    NAMESPACE,
    RBAC,
    SECRETS,
    CONFIGMAPS,
    STORAGE,
    DATABASE,
    CONTROL_PLANE,
    NETWORKING,
    WAIT_AVAILABLE,
    INITIALISE,
    VERIFY
}
