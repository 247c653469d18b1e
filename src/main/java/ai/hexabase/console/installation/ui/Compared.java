package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Comparison;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.NamedRevision;
import ai.hexabase.console.installation.Revision;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a revision is compared with; stands in the address, so that the comparison can be sent on.
 *
 * @param other null for the profile's own values
 */
record Compared(@Nullable NamedRevision other) {
    private static final String KEY = "with";
    private static final String PROFILE = "profile";

    /**
     * What the address says; else the revision before, and the profile for the first one.
     *
     * @param all what an address may name
     */
    static Compared of(QueryParameters query, NamedRevision shown, List<NamedRevision> all) {
        var before =
                shown.number() == 1 ? null : new NamedRevision(shown.name(), shown.installation(), shown.number() - 1);
        return query.getSingleParameter(KEY)
                .flatMap(text -> text.equals(PROFILE) ? Optional.of(new Compared(null)) : named(text, all))
                .orElseGet(() -> new Compared(before));
    }

    private static Optional<Compared> named(String text, List<NamedRevision> all) {
        return all.stream()
                .filter(each -> key(each).equals(text))
                .map(Compared::new)
                .findFirst();
    }

    QueryParameters query() {
        return QueryParameters.of(KEY, other == null ? PROFILE : key(other));
    }

    private static String key(NamedRevision revision) {
        return revision.installation() + "." + revision.number();
    }

    Comparison with(Revision shown, Installations installations) {
        return other == null
                ? Comparison.withProfile(shown)
                : Comparison.between(installations.revision(other.installation(), other.number()), shown);
    }

    /** What its column is called. */
    String words(Revision shown) {
        return other == null ? shown.settings().profile() : words(other);
    }

    static String words(NamedRevision revision) {
        return Texts.get("revision.named", revision.name(), revision.number());
    }
}
