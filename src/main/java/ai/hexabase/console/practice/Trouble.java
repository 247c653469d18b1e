package ai.hexabase.console.practice;

/** What can be made to go wrong on a practice cluster. */
public enum Trouble {
    /** New containers wait for an image that the registry does not give. */
    IMAGE_CANNOT_BE_PULLED,
    /** Namespaces have no room for another pod. */
    QUOTA_EXCEEDED,
    /** The first node stops answering; its pods are replaced elsewhere after a while. */
    NODE_LOST,
    /** Nobody listens at the API server's address. */
    API_SERVER_GONE,
    /** The API server takes requests and never answers. */
    API_SERVER_HANGS
}
