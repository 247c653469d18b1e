package ai.hexabase.console.registry;

import ai.hexabase.console.common.Authorities;
import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.common.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a registry's settings must be like. */
final class RegistryRules {
    private static final Pattern ADDRESS =
            Pattern.compile("[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*"
                    + "(?::[1-9][0-9]{0,4})?");
    private static final int LONGEST = 255;
    private static final int MOST_PORT = 65_535;

    private RegistryRules() {}

    /**
     * What is wrong; each problem's code names the field it belongs to.
     *
     * @param hasPassword whether one is kept or given
     */
    static List<Problem> check(ImageRegistry registry, boolean hasPassword) {
        var problems = new ArrayList<Problem>();
        if (!isAddress(registry.address())) {
            problems.add(Problem.of("registry-address-form"));
        } else if (MetadataAddress.isBehind(host(registry.address()))) {
            problems.add(Problem.of("registry-address-forbidden", registry.address()));
        }
        if (registry.account().isEmpty() == hasPassword) {
            problems.add(Problem.of(hasPassword ? "registry-account-missing" : "registry-password-missing"));
        }
        if (registry.account().contains(":")) {
            problems.add(Problem.of("registry-account-form"));
        }
        if (!registry.authorities().isEmpty()
                && Authorities.read(registry.authorities()).isEmpty()) {
            problems.add(Problem.of("registry-authorities-form"));
        }
        return List.copyOf(problems);
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST
                && ADDRESS.matcher(text).matches()
                && URI.create("https://" + text).getPort() <= MOST_PORT;
    }

    static String host(String address) {
        return address.replaceAll(":\\d+$", "");
    }
}
