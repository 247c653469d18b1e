package ai.hexabase.console.kube;

/**
 * What the API server says of itself.
 *
 * @param version as reported, such as {@code v1.34.2+k3s1}
 * @param platform such as {@code linux/amd64}
 */
public record ServerInfo(String version, int major, int minor, String platform) {
    private static final int OLDEST_MAJOR = 1;
    private static final int OLDEST_MINOR = 30;
    /** The oldest version that the console works with. */
    public static final String OLDEST = OLDEST_MAJOR + "." + OLDEST_MINOR;

    public boolean isNewEnough() {
        return atLeast(OLDEST_MAJOR, OLDEST_MINOR);
    }

    public boolean atLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
