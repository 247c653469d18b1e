package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with an object, field by field, in the API server's words. */
final class Mistakes {
    /** RFC 1123. */
    private static final NameRule LABEL = new NameRule(
            63,
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?"),
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                    + " end with an alphanumeric character",
            "'my-name',  or '123-abc'");
    /** RFC 1123. */
    private static final NameRule SUBDOMAIN = new NameRule(
            253,
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"),
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                    + " start and end with an alphanumeric character",
            "'example.com'");
    /** RFC 1035. */
    private static final NameRule SERVICE = new NameRule(
            63,
            Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?"),
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic"
                    + " character, and end with an alphanumeric character",
            "'my-name',  or 'abc-123'");

    private static final Pattern QUANTITY =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3}|[numkMGTPE]|[KMGTPE]i)?");

    private final List<Refusal.Cause> causes = new ArrayList<>();

    void throwIfAny(ObjectRef ref) {
        if (!causes.isEmpty()) {
            throw Refusals.invalid(ref, causes);
        }
    }

    void add(String field, String message) {
        causes.add(new Refusal.Cause(field, message));
    }

    void invalid(String field, Object value, String why) {
        add(field, "Invalid value: " + (value instanceof String text ? "\"" + text + "\"" : value) + ": " + why);
    }

    void forbidden(String field, String why) {
        add(field, "Forbidden: " + why);
    }

    void required(String field, JsonNode node, String pointer) {
        var found = node.at(pointer);
        if (found.isMissingNode()
                || found.isNull()
                || (found.isString() && found.asString("").isEmpty())) {
            add(field, "Required value");
        }
    }

    void atLeast(int least, String field, JsonNode node, String pointer) {
        var found = node.at(pointer);
        if (found.isNumber() && found.asLong(0) < least) {
            invalid(field, found.asLong(0), "must be greater than or equal to " + least);
        }
    }

    void oneOf(List<String> allowed, String field, String value) {
        if (!value.isEmpty() && !allowed.contains(value)) {
            var shown = allowed.stream().map(word -> "\"" + word + "\"").toList();
            add(field, "Unsupported value: \"" + value + "\": supported values: " + String.join(", ", shown));
        }
    }

    void port(String field, JsonNode node) {
        if (node.isNumber() && (node.asLong(0) < 1 || node.asLong(0) > 65535)) {
            invalid(field, node.asLong(0), "must be between 1 and 65535, inclusive");
        }
    }

    void label(String field, String name) {
        check(LABEL, field, name);
    }

    void subdomain(String field, String name) {
        check(SUBDOMAIN, field, name);
    }

    void serviceName(String field, String name) {
        check(SERVICE, field, name);
    }

    private void check(NameRule rule, String field, String name) {
        if (name.length() > rule.most()) {
            invalid(field, name, "must be no more than " + rule.most() + " characters");
        }
        if (!rule.shape().matcher(name).matches()) {
            invalid(field, name, rule.words());
        }
    }

    /** What a name must look like. */
    private record NameRule(int most, Pattern shape, String must, String examples) {
        String words() {
            return must + " (e.g. " + examples + ", regex used for validation is '" + shape + "')";
        }
    }

    /** The quantity, when it is one. */
    Optional<BigDecimal> quantity(String field, String text) {
        if (!QUANTITY.matcher(text).matches()) {
            invalid(
                    field,
                    text,
                    "quantities must match the regular expression" + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
            return Optional.empty();
        }
        var amount = Amounts.of(text);
        if (amount.signum() < 0) {
            invalid(field, text, "must be greater than or equal to 0");
        }
        return Optional.of(amount);
    }
}
