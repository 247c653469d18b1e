package ai.hexabase.console.installation.ui;

import ai.hexabase.console.certificate.KeptCertificate;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;

/** What a certificate says of itself, how long it lasts, and plainly that it was made here if it was. */
final class CertificateFactsList extends Div {
    CertificateFactsList(KeptCertificate certificate, Instant now) {
        addClassName("hx-certificate-facts");
        var tags = new Div(validity(certificate, now));
        tags.addClassName("hx-row");
        if (certificate.origin() == KeptCertificate.Origin.SELF_MADE) {
            tags.add(new StatusTag(Status.WARNING, Texts.get("certificate.self-made")));
        }
        add(tags);
        add(new KeyValueList()
                .with(Texts.get("certificate.names"), String.join(", ", certificate.names()))
                .withCode(Texts.get("certificate.issuer"), certificate.issuer())
                .with(
                        Texts.get("certificate.until"),
                        Formats.date(certificate.notAfter(), ReaderZone.get()),
                        Texts.get("certificate.days", certificate.daysLeft(now)))
                .with(
                        Texts.get("certificate.key"),
                        certificate.key(),
                        Texts.get("certificate.links", certificate.links()))
                .withCode(Texts.get("certificate.fingerprint"), certificate.sha256()));
    }

    static StatusTag validity(KeptCertificate certificate, Instant now) {
        return switch (certificate.validity(now)) {
            case VALID -> new StatusTag(Status.OK, Texts.get("certificate.valid", certificate.daysLeft(now)));
            case ENDS_SOON -> new StatusTag(Status.WARNING, Texts.get("certificate.ends", certificate.daysLeft(now)));
            case EXPIRED -> new StatusTag(Status.FAILED, Texts.get("certificate.expired"));
            case NOT_YET -> new StatusTag(Status.FAILED, Texts.get("certificate.not-yet"));
        };
    }
}
