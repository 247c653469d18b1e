package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;

/** Step 4 of the first-time setup: people sign in with their company account. */
@org.springframework.stereotype.Component
class ProviderSetupStep implements SetupStep {
    private final ProviderTools tools;

    ProviderSetupStep(ProviderTools tools) {
        this.tools = tools;
    }

    @Override
    public String id() {
        return "provider";
    }

    @Override
    public int order() {
        return 4;
    }

    /** The one that is furthest. */
    private Optional<IdentityProvider> first() {
        var all = tools.providers().all();
        return all.stream()
                .filter(IdentityProvider::on)
                .findFirst()
                .or(() -> all.stream()
                        .filter(provider -> provider.testedAt() != null)
                        .findFirst())
                .or(() -> all.stream().findFirst());
    }

    @Override
    public State state() {
        return first().map(ProviderSetupStep::state)
                .orElseGet(() -> new State(Standing.OPEN, Message.of("setup.provider.none")));
    }

    private static State state(IdentityProvider provider) {
        if (provider.on()) {
            return new State(Standing.DONE, Message.of("setup.provider.on", provider.name()));
        }
        var tested = provider.testedAt() != null;
        return new State(Standing.OPEN, Message.of(tested ? "setup.provider.tested" : "setup.provider.entered"));
    }

    @Override
    public SetupPart open(Runnable changed) {
        return new Part(changed);
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return tools.trials().listen((id, trial) -> listener.run());
    }

    /** The step while it is open. */
    private final class Part implements SetupPart {
        private final ProviderEditor editor;
        private final Div before = new Div();

        Part(Runnable changed) {
            editor = new ProviderEditor(tools, first().orElse(null), added -> changed.run());
            editor.switchedElsewhere();
            editor.build();
            editor.notices().addClassName("hx-setup-notices");
            before.add(new H2(Texts.get("identity.trial")), new Paragraph(Texts.get("setup.provider.before")));
        }

        @Override
        public List<Component> parts() {
            var ways = new Div(
                    Layouts.plain(Texts.get("identity.keycloak.open"), editor::openKeycloak),
                    Layouts.plain(Texts.get("identity.reach"), editor::reach),
                    Layouts.plain(Texts.get("identity.save"), editor::save));
            ways.addClassName("hx-setup-tools");
            return List.of(ways, editor.notices(), editor.main());
        }

        @Override
        public List<Component> aside() {
            return List.of(editor.isNew() ? before : editor.side());
        }

        @Override
        public void refresh() {
            editor.heard(editor.provider().id());
        }

        @Override
        public String next() {
            return Texts.get(editor.provider().on() ? "uikit.wizard.next" : "setup.provider.next");
        }

        @Override
        public String missing() {
            if (editor.isNew()) {
                return Texts.get("setup.provider.missing");
            }
            return editor.provider().testedAt() == null ? Texts.get("identity.switch.untested") : "";
        }

        @Override
        public void goOn(Runnable on) {
            if (editor.provider().on()) {
                on.run();
            } else {
                FreshSignIn.before(() -> {
                    if (editor.switchOn()) {
                        on.run();
                    }
                });
            }
        }
    }
}
