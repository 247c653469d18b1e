package ai.hexabase.console.fleet;

/**
 * How a kubectl call ended.
 *
 * @param code the exit code, 0 when all went well
 * @param output what it printed
 * @param errors what it said on standard error: the API server's own words when it refused
 */
public record KubectlResult(int code, String output, String errors) {
    public boolean ok() {
        return code == 0;
    }
}
