package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.audit.ForwardTarget;
import ai.hexabase.console.audit.ForwardTargets;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells administrators on the home screen that entries of the record do not arrive where they are forwarded to. */
@Component
class ForwardOverview implements OverviewPanel {
    /** A receiver that is started anew is no trouble. */
    private static final int TRIES = 4;

    private final ForwardTargets targets;
    private final ActingPerson person;
    private final Clock clock;

    ForwardOverview(ForwardTargets targets, ActingPerson person, Clock clock) {
        this.targets = targets;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 6;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> build() {
        return Optional.empty();
    }

    /** For those who can do something about it. */
    @Override
    public List<AttentionItem> attention() {
        return person.may(Role.ADMIN)
                ? targets.all().stream()
                        .filter(target -> !target.paused())
                        .flatMap(this::item)
                        .toList()
                : List.of();
    }

    private Stream<AttentionItem> item(ForwardTarget target) {
        var failure = target.progress().failure();
        if (failure == null || failure.tries() < TRIES) {
            return Stream.empty();
        }
        return Stream.of(new AttentionItem(
                Status.FAILED,
                Texts.get("audit.forward.attention", target.name()),
                Texts.of(failure.problem().what()),
                Formats.age(Duration.between(failure.since(), clock.instant())),
                Layouts.small(
                        Texts.get("audit.forward.attention.open"),
                        () -> UI.getCurrent().navigate(AuditLinks.SETTINGS))));
    }
}
