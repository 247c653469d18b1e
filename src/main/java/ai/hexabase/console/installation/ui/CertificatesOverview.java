package ai.hexabase.console.installation.ui;

import ai.hexabase.console.certificate.KeptCertificate;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.uikit.AttentionItem;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.OverviewPanel;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Certificates on the home screen that installations serve and that end soon or have ended. */
@org.springframework.stereotype.Component
class CertificatesOverview implements OverviewPanel {
    private final Installations installations;
    private final Clock clock;

    CertificatesOverview(Installations installations, Clock clock) {
        this.installations = installations;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public Optional<Component> build() {
        return Optional.empty();
    }

    @Override
    public List<AttentionItem> attention() {
        return installations.list().stream().flatMap(this::attention).toList();
    }

    private Stream<AttentionItem> attention(Installation installation) {
        var settings = installations
                .revision(installation.id(), installation.latestRevision())
                .settings();
        return installations.certificate(settings).stream()
                .flatMap(certificate -> attention(installation, certificate).stream());
    }

    private Optional<AttentionItem> attention(Installation installation, KeptCertificate certificate) {
        var now = clock.instant();
        return switch (certificate.validity(now)) {
            case EXPIRED ->
                Optional.of(item(
                        installation,
                        Status.FAILED,
                        Texts.get("certificate.overview.expired", installation.name()),
                        certificate,
                        Formats.age(Duration.between(certificate.notAfter(), now))));
            case ENDS_SOON ->
                Optional.of(item(
                        installation,
                        Status.WARNING,
                        Texts.get("certificate.overview.ends", installation.name(), certificate.daysLeft(now)),
                        certificate,
                        ""));
            case VALID, NOT_YET -> Optional.empty();
        };
    }

    private static AttentionItem item(
            Installation installation, Status status, String what, KeptCertificate certificate, String age) {
        return new AttentionItem(
                status,
                what,
                String.join(", ", certificate.names()),
                age,
                Layouts.small(
                        Texts.get("certificate.overview.open"),
                        () -> UI.getCurrent().navigate(InstallationLinks.of(installation.id()))));
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return installations.subscribe(listener);
    }
}
