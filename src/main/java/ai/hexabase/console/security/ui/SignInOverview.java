package ai.hexabase.console.security.ui;

import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.security.AccountRenewal;
import ai.hexabase.console.security.AccountRenewals;
import ai.hexabase.console.security.PersonSession;
import ai.hexabase.console.security.PersonSessions;
import ai.hexabase.console.uikit.AttentionItem;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OverviewPanel;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells administrators on the home screen that somebody came in past the identity provider, or set an account up anew. */
@Component
class SignInOverview implements OverviewPanel {
    private static final Duration TOLD = Duration.ofHours(24);

    private final PersonSessions sessions;
    private final AccountRenewals renewals;
    private final ActingPerson person;
    private final Clock clock;

    SignInOverview(PersonSessions sessions, AccountRenewals renewals, ActingPerson person, Clock clock) {
        this.sessions = sessions;
        this.renewals = renewals;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> build() {
        return Optional.empty();
    }

    @Override
    public List<AttentionItem> attention() {
        if (!person.may(Role.AUDITOR)) {
            return List.of();
        }
        var since = clock.instant().minus(TOLD);
        return Stream.concat(
                        renewals.since(since).stream().map(this::item),
                        sessions.pastProvider(since).stream().map(this::item))
                .toList();
    }

    private AttentionItem item(AccountRenewal renewal) {
        return item(
                Texts.get(renewal.used() ? "security.renewed" : "security.renewal-open", renewal.account()),
                Texts.get("security.renewed.why"),
                renewal.at());
    }

    private AttentionItem item(PersonSession session) {
        return item(
                Texts.get("security.past-provider", session.account()),
                Texts.get("security.past-provider.why", String.valueOf(session.address())),
                session.signedInAt());
    }

    private AttentionItem item(String what, String why, Instant when) {
        return new AttentionItem(
                Status.WARNING,
                what,
                why,
                Formats.age(Duration.between(when, clock.instant())),
                Layouts.small(
                        Texts.get("security.past-provider.audit"),
                        () -> UI.getCurrent().navigate(AuditLinks.AUDIT)));
    }
}
