package ai.hexabase.console.installation.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Step 7 of the first-time setup: hands over to the wizard. */
@org.springframework.stereotype.Component
class InstallationSetupStep implements SetupStep {
    private final Installations installations;

    InstallationSetupStep(Installations installations) {
        this.installations = installations;
    }

    @Override
    public String id() {
        return "installation";
    }

    @Override
    public int order() {
        return 7;
    }

    @Override
    public State state() {
        var all = installations.list();
        return all.isEmpty()
                ? new State(Standing.OPEN, Message.of("setup.installation.none"))
                : new State(
                        Standing.DONE,
                        Message.of("setup.installation.line", all.getFirst().name()));
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return installations.subscribe(listener);
    }

    @Override
    public SetupPart open(Runnable changed) {
        return new Part();
    }

    /** The step while it is open. */
    private final class Part implements SetupPart {
        private final Div there = new Div();

        @Override
        public List<Component> parts() {
            there.addClassName("hx-form-section");
            var steps = new OrderedList();
            steps.addClassName("hx-reasons");
            for (var part : List.of("needs", "profile", "target", "settings", "save")) {
                steps.add(new ListItem(Texts.get("setup.installation.part." + part)));
            }
            var way = new Div(new H2(Texts.get("setup.installation.way")), steps);
            way.addClassName("hx-form-section");
            return List.of(there, way);
        }

        @Override
        public List<Component> aside() {
            return List.of(
                    new H2(Texts.get("setup.installation.aside")),
                    new Paragraph(Texts.get("setup.installation.aside.text")));
        }

        @Override
        public void refresh() {
            there.removeAll();
            var all = installations.list();
            there.setVisible(!all.isEmpty());
            var list = new UnorderedList();
            list.addClassName("hx-setup-list");
            all.forEach(one -> list.add(new ListItem(Layouts.nameLink(InstallationLinks.of(one.id()), one.name()))));
            there.add(new H2(Texts.get("installation.list.title")), list);
        }

        @Override
        public String next() {
            return Texts.get(installations.list().isEmpty() ? "setup.installation.next" : "setup.finish");
        }

        @Override
        public String missing() {
            return "";
        }

        @Override
        public void goOn(Runnable on) {
            if (installations.list().isEmpty()) {
                UI.getCurrent().navigate(InstallationLinks.NEW);
            } else {
                on.run();
            }
        }
    }
}
