package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.ClientKey;
import ai.hexabase.console.identity.ClientKeys;
import ai.hexabase.console.uikit.CopyField;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;

/** A key instead of a secret: what the provider's administrator has to enter, and how it is replaced. */
final class ClientKeyPanel extends Div {
    /** What may be done about it. */
    record Doing(Runnable begin, Runnable replace, Runnable end) {}

    /** @param address where the provider finds the keys */
    ClientKeyPanel(List<ClientKey> keys, String address, Doing doing, Clock clock) {
        addClassName("hx-form-section");
        add(new H2(Texts.get("identity.key")));
        if (keys.isEmpty()) {
            add(
                    new Paragraph(Texts.get("identity.key.text")),
                    Layouts.row(Layouts.plain(Texts.get("identity.key.begin"), doing.begin())));
            return;
        }
        add(new Paragraph(Texts.get("identity.key.used")), addresses(keys.getFirst(), address));
        add(Layouts.column(keys.stream().map(key -> state(key, clock)).toArray(Component[]::new)));
        add(Layouts.row(
                Layouts.plain(Texts.get("identity.key.replace"), doing.replace()),
                Layouts.danger(Texts.get("identity.key.end"), doing.end())));
    }

    private static Component addresses(ClientKey newest, String address) {
        var form = Layouts.form();
        form.addFormItem(new CopyField(address), Texts.get("identity.key.address"));
        form.addFormItem(new CopyField("private_key_jwt, RS256"), Texts.get("identity.key.method"));
        var whole = Layouts.form();
        whole.addFormItem(new CopyField(newest.jwk()), "JWK");
        whole.addFormItem(new CopyField(ClientKeys.pem(newest)), "PEM");
        return new Div(form, new Details(Texts.get("identity.key.whole"), whole));
    }

    private static StatusLabel state(ClientKey key, Clock clock) {
        var until = key.publishedUntil();
        var begins = key.usedFrom().isAfter(clock.instant());
        var id = key.id().substring(0, 8);
        if (begins) {
            return new StatusLabel(
                    Status.WAITING,
                    Texts.get("identity.key.begins", id, Formats.exact(key.usedFrom(), ReaderZone.get())));
        }
        return until == null
                ? new StatusLabel(
                        Status.OK,
                        Texts.get("identity.key.in-use", id, Formats.exact(key.usedFrom(), ReaderZone.get())))
                : new StatusLabel(
                        Status.OK, Texts.get("identity.key.until", id, Formats.exact(until, ReaderZone.get())));
    }
}
