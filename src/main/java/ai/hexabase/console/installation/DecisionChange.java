package ai.hexabase.console.installation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A field about which two revisions decide differently; null where nothing is decided. */
public record DecisionChange(
        FieldClaim claim,
        @Nullable Decision before,
        @Nullable Decision after) {
    static List<DecisionChange> between(List<TakenDecision> before, List<TakenDecision> after) {
        var was = byClaim(before);
        var is = byClaim(after);
        var claims = new TreeSet<>(Comparator.comparing(FieldClaim::key));
        claims.addAll(was.keySet());
        claims.addAll(is.keySet());
        var changes = new ArrayList<DecisionChange>();
        for (var claim : claims) {
            if (was.get(claim) != is.get(claim)) {
                changes.add(new DecisionChange(claim, was.get(claim), is.get(claim)));
            }
        }
        return List.copyOf(changes);
    }

    private static Map<FieldClaim, Decision> byClaim(List<TakenDecision> decisions) {
        var byClaim = new LinkedHashMap<FieldClaim, Decision>();
        decisions.forEach(each -> byClaim.put(each.claim(), each.decision()));
        return byClaim;
    }
}
