package ai.hexabase.console.registry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How a registry wants to be told who asks: the header {@code WWW-Authenticate} (RFC 7235).
 *
 * @param scheme in lower case, such as {@code bearer}
 * @param parameters by name in lower case, such as {@code realm}
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern HEADER = Pattern.compile("\\s*([A-Za-z]+)(?:\\s+(.*))?");
    private static final Pattern PARAMETER =
            Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");

    static Optional<Challenge> read(String header) {
        var found = HEADER.matcher(header);
        if (!found.matches()) {
            return Optional.empty();
        }
        var parameters = new TreeMap<String, String>();
        var rest = found.group(2);
        var parameter = PARAMETER.matcher(rest == null ? "" : rest);
        while (parameter.find()) {
            var quoted = parameter.group(2);
            parameters.put(
                    parameter.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return Optional.of(new Challenge(found.group(1).toLowerCase(Locale.ROOT), Map.copyOf(parameters)));
    }

    String get(String parameter) {
        return parameters.getOrDefault(parameter, "");
    }
}
