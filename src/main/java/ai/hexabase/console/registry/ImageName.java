package ai.hexabase.console.registry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository with a tag or a digest (OCI Distribution Specification 1.1).
 *
 * @param reference a tag, or a digest such as {@code sha256:…}
 */
record ImageName(String repository, String reference) {
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final Pattern REPOSITORY = Pattern.compile(PART + "(?:/" + PART + ")*");
    private static final Pattern TAG = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]{32,}");
    private static final int LONGEST = 255;

    /** Reads what a person entered, with or without the registry's address; without a tag it is {@code latest}. */
    static Optional<ImageName> read(String text, String address) {
        var name = text.strip();
        if (name.startsWith(address + "/")) {
            name = name.substring(address.length() + 1);
        }
        var at = name.indexOf('@');
        var colon = name.lastIndexOf(':');
        var cut = at >= 0 ? at : colon;
        var read = cut < 0
                ? new ImageName(name, "latest")
                : new ImageName(name.substring(0, cut), name.substring(cut + 1));
        return read.isValid(at >= 0) ? Optional.of(read) : Optional.empty();
    }

    private boolean isValid(boolean digest) {
        return repository.length() <= LONGEST
                && REPOSITORY.matcher(repository).matches()
                && (digest ? DIGEST : TAG).matcher(reference).matches();
    }

    @Override
    public String toString() {
        return repository + (reference.contains(":") ? "@" : ":") + reference;
    }
}
