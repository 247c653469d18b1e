package ai.hexabase.console.sealing.ui;

import ai.hexabase.console.sealing.EncryptionKey;
import ai.hexabase.console.uikit.CopyField;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** What may be known of the key, and what of it has to be kept elsewhere. */
final class KeyFacts extends Div {
    KeyFacts(EncryptionKey key) {
        addClassName("hx-col");
        add(facts(key), backup(key));
        if (!key.fromEnvironment()) {
            var compare = new Paragraph(Texts.get("sealing.backup.compare"));
            add(new Div(compare, new CopyField("base64 -d " + key.origin() + " | sha256sum | cut -c1-16")));
        }
    }

    private static KeyValueList facts(EncryptionKey key) {
        var origin = key.fromEnvironment() ? "sealing.key.environment" : "sealing.key.file";
        return new KeyValueList()
                .with(Texts.get(origin), new CopyField(key.origin()))
                .withCode(Texts.get("sealing.key.fingerprint"), key.fingerprint())
                .with(Texts.get("sealing.key.since"), Formats.exact(key.since(), ReaderZone.get()))
                .with(Texts.get("sealing.key.recovery"), recovery(key));
    }

    static StatusLabel recovery(EncryptionKey key) {
        var at = key.testedAt();
        return at == null
                ? new StatusLabel(Status.WARNING, Texts.get("sealing.recovery.untested"))
                : new StatusLabel(
                        Status.OK,
                        Texts.get(
                                "sealing.recovery.tested",
                                Formats.exact(at, ReaderZone.get()),
                                String.valueOf(key.testedBy())));
    }

    private static UnorderedList backup(EncryptionKey key) {
        var list = new UnorderedList();
        list.addClassName("hx-reasons");
        list.add(
                line(Texts.get(
                        key.fromEnvironment() ? "sealing.backup.environment" : "sealing.backup.file", key.origin())),
                line(Texts.get("sealing.backup.worthless")),
                line(Texts.get("sealing.backup.apart")));
        return list;
    }

    private static ListItem line(String text) {
        return new ListItem(Icons.KEY.create(), new Span(text));
    }
}
