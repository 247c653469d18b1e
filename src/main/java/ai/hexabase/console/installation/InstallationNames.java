package ai.hexabase.console.installation;

import ai.hexabase.console.common.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of installations: short, readable in links and in commands. */
final class InstallationNames {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    private InstallationNames() {}

    static Optional<Problem> check(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(Problem.of("installation-name", name.length() > 60 ? name.substring(0, 60) : name));
    }
}
