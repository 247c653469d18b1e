package ai.hexabase.console.identity;

import ai.hexabase.console.common.Authorities;
import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.http.OutgoingConnections;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a provider's settings must be like. */
final class ProviderRules {
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");
    private static final int LONGEST_NAME = 60;

    private ProviderRules() {}

    /** What is wrong; each problem's code names the field it belongs to. */
    static List<Problem> check(IdentityProvider provider) {
        var problems = new ArrayList<Problem>();
        if (!ID.matcher(provider.id()).matches()) {
            problems.add(Problem.of("identity-id-form"));
        }
        if (provider.name().isBlank() || provider.name().length() > LONGEST_NAME) {
            problems.add(Problem.of("identity-name-form"));
        }
        if (!isIssuer(provider.issuer())) {
            problems.add(Problem.of("identity-issuer-form"));
        } else if (MetadataAddress.isBehind(provider.issuer().getHost())) {
            problems.add(
                    Problem.of("identity-issuer-forbidden", provider.issuer().getHost()));
        }
        if (provider.clientId().isBlank()) {
            problems.add(Problem.of("identity-client-missing"));
        }
        if (provider.nameClaim().isBlank() || provider.rolesClaim().isBlank()) {
            problems.add(Problem.of("identity-claim-missing"));
        }
        if (provider.rules().stream().anyMatch(rule -> rule.scope().isEmpty())) {
            problems.add(Problem.of("identity-scope-empty"));
        }
        if (!provider.authorities().isEmpty()
                && Authorities.read(provider.authorities()).isEmpty()) {
            problems.add(Problem.of("identity-authorities-form"));
        }
        return List.copyOf(problems);
    }

    /** {@code https} with a host and nothing behind the path; {@code http} only on this machine itself, for trying out. */
    private static boolean isIssuer(URI issuer) {
        if (issuer.getHost() == null
                || issuer.getUserInfo() != null
                || issuer.getQuery() != null
                || issuer.getFragment() != null) {
            return false;
        }
        return isSafe(issuer);
    }

    /** What a provider says of itself may lead to other hosts, as with large ones, but not past TLS and not anywhere. */
    static boolean isEndpoint(String address) {
        try {
            var endpoint = URI.create(address);
            return endpoint.getHost() != null
                    && endpoint.getUserInfo() == null
                    && isSafe(endpoint)
                    && !MetadataAddress.isBehind(endpoint.getHost());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isSafe(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme()) && OutgoingConnections.isThisMachine(address.getHost());
    }
}
