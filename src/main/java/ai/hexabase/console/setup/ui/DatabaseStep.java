package ai.hexabase.console.setup.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.database.DatabaseFacts;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.springframework.stereotype.Component;

/** Step 2: where the console keeps its data. */
@Component
class DatabaseStep implements SetupStep {
    private final DatabaseFacts database;

    DatabaseStep(DatabaseFacts database) {
        this.database = database;
    }

    @Override
    public String id() {
        return "database";
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public State state() {
        var facts = database.read();
        var key = facts.embedded() ? "setup.database.embedded" : "setup.database.external";
        return new State(Standing.SOUND, Message.of(key, facts.version()));
    }

    @Override
    public SetupPart open(Runnable changed) {
        return new SetupPart() {
            @Override
            public List<com.vaadin.flow.component.Component> parts() {
                return List.of(facts());
            }

            @Override
            public List<com.vaadin.flow.component.Component> aside() {
                return List.of(
                        new H2(Texts.get("setup.database.aside")),
                        new Paragraph(Texts.get("setup.database.aside.text")));
            }

            @Override
            public String missing() {
                return "";
            }
        };
    }

    private Div facts() {
        var now = database.read();
        var list = new KeyValueList()
                .with("PostgreSQL", now.version())
                .with(
                        Texts.get("setup.database.kind"),
                        Texts.get(now.embedded() ? "setup.database.kind.embedded" : "setup.database.kind.external"))
                .withCode(Texts.get("setup.database.place"), now.place())
                .with(Texts.get("setup.database.size"), Formats.bytes(now.bytes()));
        now.freeBytes().ifPresent(free -> list.with(Texts.get("setup.database.free"), Formats.bytes(free)));
        list.with(
                Texts.get("setup.database.durable"),
                Texts.get(now.durable() ? "setup.database.durable.yes" : "setup.database.durable.no"));
        var section = new Div(new H2(Texts.get("setup.database.now")), list);
        section.addClassName("hx-form-section");
        return section;
    }
}
