package ai.hexabase.console.manifest;

/** Names of what Hexabase consists of; fixed, because its own tools look for them. */
public final class Names {
    public static final String NAMESPACE = "hexabase-system";
    public static final String CONTROL_PLANE = "hexabase-control-plane";
    public static final String CONTROL_PLANE_SERVICE = "hexabase-control-plane-service";
    /** The plain API inside the cluster, when it is not published. */
    public static final String API_SERVICE = "hexabase-api";

    public static final String UI_SERVICE = "hexabase-ui";
    public static final String DATABASE = "hexabase-db";
    /** Connection that the operator writes for the application. */
    public static final String DATABASE_APP_SECRET = "hexabase-db-app";
    /** Connection to a database that somebody else runs. */
    public static final String DATABASE_EXTERNAL_SECRET = "hexabase-db-external";

    /** The account at the image registry. */
    public static final String REGISTRY_SECRET = "hexabase-registry";
    /** Certificate and key of the control plane. */
    public static final String TLS_SECRET = "hexabase-tls";

    public static final String BACKUP = "hexabase-db-backup";
    public static final String INIT = "hexabase-init";
    public static final String LIMITS = "hexabase-defaults";
    public static final String QUOTA = "hexabase-platform";
    public static final String STORAGE_QUOTA = "hexabase-storage";
    /** Parent of the ApplySet (KEP-3659) that all objects are part of. */
    public static final String APPLY_SET = "hexabase-applyset";

    /** Label that carries the installation's id. */
    public static final String INSTALLATION_LABEL = "hexabase.ai/installation";

    /** On pods: which of the console's certificates they serve. */
    public static final String CERTIFICATE_ANNOTATION = "hexabase.ai/certificate";

    public static final String MANAGED_BY_LABEL = "app.kubernetes.io/managed-by";
    public static final String MANAGED_BY = "hexabase-console";

    private Names() {}
}
