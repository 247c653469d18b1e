package ai.hexabase.console.preflight;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.kube.ServerInfo;
import java.util.List;
import java.util.stream.Collectors;

/** Can the cluster be reached, is it new enough, does it allow and know everything the plan will do? */
final class ReachChecks {
    private ReachChecks() {}

    static Check reachable(Observed observed) {
        var needed = Message.of("preflight.reachable.needed");
        return switch (observed.server()) {
            case Fact.Known<?> _ -> Check.pass("reachable", Message.of("preflight.reachable.yes"), needed);
            case Fact.Unknown<?>(var why) ->
                new Check("reachable", Result.BLOCKED, why.what(), needed, why.action(), why.words());
        };
    }

    static Check version(Observed observed) {
        var needed = Message.of("preflight.version.needed", ServerInfo.OLDEST);
        return observed.server().decide("version", needed, server -> {
            var found = Message.of("preflight.version.observed", server.version());
            return server.isNewEnough()
                    ? Check.pass("version", found, needed)
                    : Check.blocked(
                            "version", found, needed, Message.of("preflight.version.action", ServerInfo.OLDEST));
        });
    }

    static Check access(Observed observed) {
        var needed = Message.of("preflight.access.needed");
        return observed.access().decide("access", needed, answers -> {
            var missing = answers.stream().filter(answer -> !answer.allowed()).toList();
            return missing.isEmpty()
                    ? Check.pass("access", Message.of("preflight.access.all", answers.size()), needed)
                    : missing(missing, answers.size(), needed);
        });
    }

    private static Check missing(List<AccessAnswer> missing, int asked, Message needed) {
        var list =
                missing.stream().map(answer -> Access.words(answer.question())).collect(Collectors.joining("\n"));
        return Check.blocked(
                        "access",
                        Message.of("preflight.access.missing", missing.size(), asked),
                        needed,
                        Message.of("preflight.access.action"))
                .saying(list);
    }

    static Check kinds(Observed observed) {
        var needed = Message.of("preflight.kinds.needed");
        return observed.missingKinds().decide("kinds", needed, missing -> {
            if (missing.isEmpty()) {
                return Check.pass("kinds", Message.of("preflight.kinds.all"), needed);
            }
            var names = missing.stream()
                    .map(kind -> kind.plural() + "." + kind.group())
                    .collect(Collectors.joining(", "));
            var operator = missing.contains(ResourceKind.DATABASE_CLUSTER);
            return Check.blocked(
                    "kinds",
                    Message.of("preflight.kinds.missing", names),
                    needed,
                    Message.of(operator ? "preflight.kinds.action.cnpg" : "preflight.kinds.action"));
        });
    }
}
