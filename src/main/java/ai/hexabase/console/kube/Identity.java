package ai.hexabase.console.kube;

import java.util.List;

/** The user the API server sees behind the credentials. */
public record Identity(String username, List<String> groups) {
    public Identity {
        groups = List.copyOf(groups);
    }
}
