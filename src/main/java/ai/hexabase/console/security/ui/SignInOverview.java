package ai.hexabase.console.security.ui;

import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
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
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells administrators on the home screen that somebody came in past the identity provider. */
@Component
class SignInOverview implements OverviewPanel {
    private static final Duration TOLD = Duration.ofHours(24);

    private final PersonSessions sessions;
    private final ActingPerson person;
    private final Clock clock;

    SignInOverview(PersonSessions sessions, ActingPerson person, Clock clock) {
        this.sessions = sessions;
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
        return person.may(Role.AUDITOR)
                ? sessions.pastProvider(clock.instant().minus(TOLD)).stream()
                        .map(this::item)
                        .toList()
                : List.of();
    }

    private AttentionItem item(PersonSession session) {
        return new AttentionItem(
                Status.WARNING,
                Texts.get("security.past-provider", session.account()),
                Texts.get("security.past-provider.why", String.valueOf(session.address())),
                Formats.age(Duration.between(session.signedInAt(), clock.instant())),
                Layouts.small(
                        Texts.get("security.past-provider.audit"),
                        () -> UI.getCurrent().navigate(AuditLinks.AUDIT)));
    }
}
