package ai.hexabase.console.status;

/** Which container of which pod wrote something. */
public record LogOrigin(String pod, String container) {
    @Override
    public String toString() {
        return pod + "/" + container;
    }
}
