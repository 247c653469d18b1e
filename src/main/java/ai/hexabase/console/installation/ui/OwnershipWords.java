package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Decision;
import ai.hexabase.console.installation.FieldClaim;
import ai.hexabase.console.uikit.Texts;
import org.jspecify.annotations.Nullable;

/** Words for decisions about contested fields. */
final class OwnershipWords {
    private OwnershipWords() {}

    /** Which field of which object. */
    static String field(FieldClaim claim) {
        return Texts.get(
                "ownership.field", claim.object().kind().kind(), claim.object().name(), claim.field());
    }

    /** @param decision null where nothing is decided */
    static String decision(FieldClaim claim, @Nullable Decision decision) {
        return switch (decision) {
            case null -> Texts.get("ownership.open", claim.manager());
            case LEAVE -> Texts.get("ownership.left", claim.manager());
            case TAKE_OVER -> Texts.get("ownership.taken", claim.manager());
        };
    }
}
