package ai.hexabase.console.database;

/** A role of PostgreSQL and its password, which no text of this shows. */
public record Login(String user, String password) {
    /** False when the address of the database names the role, or nobody does. */
    boolean isNamed() {
        return !user.isEmpty();
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
