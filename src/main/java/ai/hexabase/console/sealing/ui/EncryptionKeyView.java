package ai.hexabase.console.sealing.ui;

import ai.hexabase.console.sealing.EncryptionKeys;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The key that seals all secrets: where it is, what to back up, another one, and the recovery test. */
@Route(EncryptionKeyView.PLACE)
@Menu(order = 930, title = "sealing.menu", icon = "LOCK")
@RolesAllowed("ADMIN")
class EncryptionKeyView extends Page {
    static final String PLACE = "settings/key";

    private final transient EncryptionKeys keys;
    private final Div facts = new Div();

    EncryptionKeyView(EncryptionKeys keys) {
        this.keys = keys;
    }

    @Override
    protected String title() {
        return Texts.get("sealing.title");
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(Texts.get("sealing.facts"));
        var recovery = new RecoveryTest(keys, this::showFacts);
        var main = new Div(facts, new KeyExchange(keys, keys.current(), () -> {
            showFacts();
            recovery.refresh();
        }));
        main.addClassNames("hx-panel", "hx-pad");
        showFacts();
        add(header, Layouts.besides(main, Layouts.column(new Panel(Texts.get("sealing.recovery")).padded(recovery))));
    }

    private void showFacts() {
        facts.removeAll();
        facts.add(new KeyFacts(keys.current()));
    }
}
