package ai.hexabase.console.registry.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.registry.Registries;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;

/** Step 6 of the first-time setup: where images come from. */
@org.springframework.stereotype.Component
class RegistrySetupStep implements SetupStep {
    private final Registries registries;

    RegistrySetupStep(Registries registries) {
        this.registries = registries;
    }

    @Override
    public String id() {
        return "registry";
    }

    @Override
    public int order() {
        return 6;
    }

    /** One that works, else the first. */
    private Optional<ImageRegistry> first() {
        var all = registries.all();
        return all.stream()
                .filter(ImageRegistry::works)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    public State state() {
        return first().map(RegistrySetupStep::state)
                .orElseGet(() -> new State(Standing.OPEN, Message.of("setup.registry.none")));
    }

    private static State state(ImageRegistry registry) {
        if (registry.works()) {
            return new State(Standing.DONE, Message.of("setup.registry.works", registry.address()));
        }
        var key = registry.check() == null ? "setup.registry.untested" : "setup.registry.failed";
        return new State(Standing.OPEN, Message.of(key, registry.address()));
    }

    @Override
    public SetupPart open(Runnable changed) {
        return new Part(changed);
    }

    /** The step while it is open. */
    private final class Part implements SetupPart {
        private final RegistryEditor editor;
        private final H2 heading = new H2(Texts.get("registry.test.title"));
        private final Paragraph before = new Paragraph(Texts.get("registry.test.first-save"));

        Part(Runnable changed) {
            editor = new RegistryEditor(registries, first().orElse(null), saved -> changed.run(), changed);
            editor.build();
            editor.notices().addClassName("hx-setup-notices");
        }

        @Override
        public List<Component> parts() {
            var tools = new Div(Layouts.plain(Texts.get("registry.save"), editor::save));
            tools.addClassName("hx-setup-tools");
            if (registries.all().size() > 1) {
                var more = new Anchor(RegistryLinks.LIST, Texts.get("setup.registry.all"));
                more.setRouterIgnore(false);
                tools.add(more);
            }
            return List.of(editor.notices(), editor.main(), tools);
        }

        @Override
        public List<Component> aside() {
            return List.of(heading, editor.isNew() ? before : editor.trial());
        }

        @Override
        public String missing() {
            return first().filter(ImageRegistry::works).isPresent() ? "" : Texts.get("setup.registry.missing");
        }
    }
}
