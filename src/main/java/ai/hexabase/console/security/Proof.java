package ai.hexabase.console.security;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When somebody last proved who they are, by password or through their provider; one for each session. */
final class Proof implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private volatile @Nullable Instant at;

    /** @param at null when nobody can tell */
    Proof(@Nullable Instant at) {
        this.at = at;
    }

    void renew(Instant when) {
        at = when;
    }

    boolean isRecent(Instant now, Duration longest) {
        var proved = at;
        return proved != null && !proved.plus(longest).plus(AuthTimeRule.SKEW).isBefore(now);
    }
}
