package ai.hexabase.console.drift.ui;

import ai.hexabase.console.drift.DriftLinks;
import ai.hexabase.console.drift.DriftReport;
import ai.hexabase.console.drift.DriftState;
import ai.hexabase.console.drift.DriftedObject;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.uikit.AttentionItem;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OverviewPanel;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Drift on the home screen: installations that differ, and those of which it cannot be said. */
@org.springframework.stereotype.Component
class DriftOverview implements OverviewPanel {
    private final DriftModel model;

    DriftOverview(DriftModel model) {
        this.model = model;
    }

    @Override
    public int order() {
        return 25;
    }

    /** The list of installations has it beside each. */
    @Override
    public Optional<Component> build() {
        return Optional.empty();
    }

    @Override
    public List<AttentionItem> attention() {
        return model.installations().stream()
                .flatMap(installation -> attention(installation, model.report(installation.id())).stream())
                .toList();
    }

    private Optional<AttentionItem> attention(Installation installation, DriftReport report) {
        return switch (report.state()) {
            case DriftState.Drifted drifted ->
                Optional.of(item(
                        installation,
                        Status.WARNING,
                        Texts.get("drift.overview.drifted", installation.name(), drifted.objects()),
                        names(report),
                        since(report)));
            case DriftState.Unknown unknown ->
                Optional.of(item(
                        installation,
                        Status.UNKNOWN,
                        Texts.get("drift.overview.unknown", installation.name()),
                        Texts.of(unknown.why().what()),
                        unknown.since()));
            case DriftState.NotRolledOut none -> Optional.empty();
            case DriftState.UnderWay running -> Optional.empty();
            case DriftState.Pending pending -> Optional.empty();
            case DriftState.InSync sync -> Optional.empty();
        };
    }

    private static String names(DriftReport report) {
        return report.open().stream().map(DriftWords::object).limit(3).collect(Collectors.joining(", "));
    }

    private Instant since(DriftReport report) {
        return report.open().stream()
                .map(DriftedObject::firstSeen)
                .min(Instant::compareTo)
                .orElseGet(model::now);
    }

    private AttentionItem item(Installation installation, Status status, String what, String why, Instant since) {
        return new AttentionItem(
                status,
                what,
                why,
                Formats.age(Duration.between(since, model.now())),
                Layouts.small(
                        Texts.get("drift.open"), () -> UI.getCurrent().navigate(DriftLinks.of(installation.id()))));
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return model.subscribe(listener);
    }
}
