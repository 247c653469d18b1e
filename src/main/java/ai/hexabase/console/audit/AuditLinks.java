package ai.hexabase.console.audit;

/** Where the record is found. */
public final class AuditLinks {
    public static final String AUDIT = "audit";
    public static final String SETTINGS = "settings/audit";

    private AuditLinks() {}

    /** What happened to one object. */
    public static String about(String objectType, Object id) {
        return AUDIT + "?object=" + objectType + "&id=" + id;
    }
}
