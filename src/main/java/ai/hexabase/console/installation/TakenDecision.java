package ai.hexabase.console.installation;

import java.time.Instant;

/**
 * A decision about a field, and who took it.
 *
 * @param revision the newest revision when it was taken; later ones carry it on
 */
public record TakenDecision(FieldDecision what, int revision, String by, Instant at) {
    public FieldClaim claim() {
        return what.claim();
    }

    public Decision decision() {
        return what.decision();
    }
}
