package ai.hexabase.console.kube;

/**
 * A field that another manager owns.
 *
 * @param manager the other manager's name, such as {@code kubectl-edit}
 * @param field path in the API server's notation, such as {@code .spec.replicas}
 * @param message the API server's own words
 */
public record FieldConflict(String manager, String field, String message) {}
