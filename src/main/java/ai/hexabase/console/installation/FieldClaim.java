package ai.hexabase.console.installation;

import ai.hexabase.console.kube.ObjectRef;

/**
 * A field of an object that another manager than the console sets.
 *
 * @param field path in the API server's notation, such as {@code .spec.replicas}
 * @param manager the other manager's name, such as {@code kubectl-edit}
 */
public record FieldClaim(ObjectRef object, String field, String manager) {
    /** Names the claim among all claims of an installation. */
    public String key() {
        return object.kind().apiVersion() + " " + object + " " + field + " " + manager;
    }
}
