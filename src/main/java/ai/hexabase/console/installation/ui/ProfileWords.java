package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;

/** What the screens say of a profile, among it that its values are a proposal where they are not the document's. */
final class ProfileWords {
    private ProfileWords() {}

    /** For whom it is made. */
    static String madeFor(Profile profile) {
        return Texts.get(
                "installation.profile.for." + profile.id(),
                profile.usersFrom(),
                profile.usersBelow(),
                profile.maxVclusters(),
                profile.usersBelow() - 1);
    }

    /** Whose values they are, in one calm line; none for the document's. */
    static Optional<Div> remark(Profile profile) {
        return words(profile).map(words -> {
            var line = new Div(words);
            line.addClassName("hx-remark");
            return line;
        });
    }

    /** The profile among other facts. */
    static void fact(KeyValueList facts, Profile profile) {
        var term = Texts.get("installation.column.profile");
        words(profile)
                .ifPresentOrElse(words -> facts.with(term, profile.id(), words), () -> facts.with(term, profile.id()));
    }

    private static Optional<String> words(Profile profile) {
        return switch (profile.source()) {
            case DOCUMENT -> Optional.empty();
            case PROPOSAL -> Optional.of(Texts.get("installation.profile.proposal"));
        };
    }

    /** What one vcluster's own control plane is counted with. */
    static String perVcluster(Profile profile) {
        var each = profile.perVcluster();
        return Texts.get("installation.profile.per-vcluster.amount", each.cpuMillis() / 1000, each.memoryBytes() >> 30);
    }
}
