package ai.hexabase.console.audit;

import ai.hexabase.console.common.Authorities;
import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.http.OutgoingConnections;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a target's settings must be like. */
final class ForwardRules {
    /** As IANA gives them out, with what an organisation numbers below its own. */
    private static final Pattern ENTERPRISE = Pattern.compile("[1-9]\\d{0,9}(\\.\\d{1,10}){0,4}");

    private static final int LONGEST_NAME = 60;

    private ForwardRules() {}

    /** What is wrong; each problem's code names the field it belongs to. */
    static List<Problem> check(ForwardTarget target) {
        var problems = new ArrayList<Problem>();
        if (target.name().isBlank() || target.name().length() > LONGEST_NAME) {
            problems.add(Problem.of("audit-target-name-form"));
        }
        var place = place(target);
        if (place.isEmpty()) {
            problems.add(Problem.of(
                    target.kind() == ForwardTarget.Kind.WEBHOOK
                            ? "audit-target-address-url"
                            : "audit-target-address-form"));
        } else if (MetadataAddress.isBehind(place.get().host())) {
            problems.add(
                    Problem.of("audit-target-address-forbidden", place.get().host()));
        }
        if (!target.enterprise().isEmpty()
                && !ENTERPRISE.matcher(target.enterprise()).matches()) {
            problems.add(Problem.of("audit-target-enterprise-form"));
        }
        if (!target.authorities().isEmpty()
                && Authorities.read(target.authorities()).isEmpty()) {
            problems.add(Problem.of("audit-target-authorities-form"));
        }
        return List.copyOf(problems);
    }

    /** The machine to connect to; empty when the address is not one. */
    static Optional<HostPort> place(ForwardTarget target) {
        return target.kind() == ForwardTarget.Kind.WEBHOOK
                ? webhook(target.address())
                : HostPort.of(target.address(), target.kind().port);
    }

    /** {@code https}; {@code http} only on this machine itself, for a sender that stands beside the console. */
    private static Optional<HostPort> webhook(String address) {
        try {
            var read = URI.create(address);
            var plain = "http".equalsIgnoreCase(read.getScheme());
            if (read.getHost() == null
                    || read.getRawUserInfo() != null
                    || read.getRawFragment() != null
                    || !plain && !"https".equalsIgnoreCase(read.getScheme())
                    || plain && !OutgoingConnections.isThisMachine(read.getHost())) {
                return Optional.empty();
            }
            return HostPort.of(read.getRawAuthority(), plain ? 80 : ForwardTarget.Kind.WEBHOOK.port);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
