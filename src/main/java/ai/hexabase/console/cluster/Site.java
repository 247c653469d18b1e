package ai.hexabase.console.cluster;

/**
 * Where a cluster stands; empty texts mean that nobody said.
 *
 * @param region as the provider or the company names it, such as {@code ap-northeast-1} or {@code tokyo}
 * @param zone zone or building
 * @param jurisdiction ISO 3166-1 code of the law that applies, such as {@code JP}
 */
public record Site(Provider provider, String region, String zone, String jurisdiction) {
    /** Who runs the machines. */
    public enum Provider {
        ON_PREMISES,
        AWS,
        AZURE,
        GCP
    }

    public static final Site UNKNOWN = new Site(Provider.ON_PREMISES, "", "", "");
}
