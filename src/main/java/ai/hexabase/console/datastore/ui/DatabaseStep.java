package ai.hexabase.console.datastore.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.datastore.Datastores;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.springframework.stereotype.Component;

/** Step 2 of the setup: where the console keeps its data, and the move to another database while there is little. */
@Component
class DatabaseStep implements SetupStep {
    private final Datastores datastores;

    DatabaseStep(Datastores datastores) {
        this.datastores = datastores;
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
        var key = datastores.isMovable() ? "setup.database.embedded" : "setup.database.external";
        return new State(Standing.SOUND, Message.of(key, datastores.version()));
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return datastores.listenForEnd(listener);
    }

    @Override
    public SetupPart open(Runnable changed) {
        var facts = new Div();
        look(facts);
        var move = new DatabasePanel(datastores, () -> {
            look(facts);
            changed.run();
        });
        return new SetupPart() {
            @Override
            public List<com.vaadin.flow.component.Component> parts() {
                return List.of(section("setup.database.now", facts), section("datastore.external", move));
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

    private void look(Div facts) {
        facts.removeAll();
        facts.add(new PresentFacts(datastores.present()));
    }

    private static Div section(String title, com.vaadin.flow.component.Component content) {
        var section = new Div(new H2(Texts.get(title)), content);
        section.addClassName("hx-form-section");
        return section;
    }
}
