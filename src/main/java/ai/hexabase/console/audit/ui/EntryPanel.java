package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.Entry;
import ai.hexabase.console.uikit.DiffView;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import org.jspecify.annotations.Nullable;

/** One entry with all that is on record. */
final class EntryPanel extends Aside {
    EntryPanel(Entry entry, Runnable onClose) {
        addClassNames("hx-panel", "hx-pod-panel");
        getElement().setAttribute("aria-label", AuditWords.kind(entry.act().kind()));
        var close = new Button(Icons.CLOSE.create(), click -> onClose.run());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassName("hx-icon-button");
        close.setAriaLabel(Texts.get("audit.close"));
        var result = entry.act().result();
        var words = new Div(
                new H2(AuditWords.kind(entry.act().kind())),
                new StatusLabel(AuditWords.status(result), AuditWords.result(result)));
        words.addClassName("hx-pod-title");
        var head = new Div(words, close);
        head.addClassName("hx-pod-head");
        var body = new Div(facts(entry));
        body.addClassName("hx-entry");
        if (!entry.changes().isEmpty()) {
            body.add(new H3(Texts.get("audit.changes")), changes(entry));
        }
        body.add(new H3(Texts.get("audit.proof")), proof(entry));
        add(head, body);
    }

    private static KeyValueList facts(Entry entry) {
        var act = entry.act();
        var who = entry.who();
        var list = new KeyValueList()
                .with(Texts.get("audit.at"), Formats.exact(entry.at(), ReaderZone.get()))
                .with(Texts.get("audit.who"), AuditWords.who(entry));
        code(list, "subject", who.subject());
        code(list, "provider", who.provider());
        code(list, "address", who.address());
        code(list, "session", who.session());
        var object = act.object();
        if (object != null) {
            list.with(Texts.get("audit.object"), AuditWords.object(entry));
            code(list, "object-id", object.id());
        }
        act.links().forEach((link, id) -> list.withCode(Texts.get("audit.object." + link), id));
        if (act.reason() != null) {
            list.with(Texts.get("audit.reason"), act.reason());
        }
        code(list, "problem", act.problem());
        code(list, "words", act.words());
        return list;
    }

    private static void code(KeyValueList list, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            list.withCode(Texts.get("audit." + key), value);
        }
    }

    private static DiffView changes(Entry entry) {
        return new DiffView(
                AuditWords.lines(entry.act().before()),
                AuditWords.lines(entry.act().after()));
    }

    private static KeyValueList proof(Entry entry) {
        return new KeyValueList()
                .with(Texts.get("audit.seq"), Formats.number(entry.seq(), 0))
                .withCode(Texts.get("audit.hash"), entry.hash())
                .withCode(Texts.get("audit.previous-hash"), entry.previousHash());
    }
}
