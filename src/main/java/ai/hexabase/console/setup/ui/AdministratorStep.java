package ai.hexabase.console.setup.ui;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Message;
import ai.hexabase.console.security.Accounts;
import ai.hexabase.console.security.FirstAccount;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.LanguageSwitch;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.springframework.stereotype.Component;

/** Step 1: who was made by the setup link, and in which language the console speaks; done before anybody sees it. */
@Component
class AdministratorStep implements SetupStep {
    private final Accounts accounts;
    private final ActingPerson person;

    AdministratorStep(Accounts accounts, ActingPerson person) {
        this.accounts = accounts;
        this.person = person;
    }

    @Override
    public String id() {
        return "administrator";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public State state() {
        var name = accounts.first().map(FirstAccount::displayName).orElseGet(person::displayName);
        return new State(Standing.DONE, Message.of("setup.administrator.line", name));
    }

    @Override
    public SetupPart open(Runnable changed) {
        return new SetupPart() {
            @Override
            public List<com.vaadin.flow.component.Component> parts() {
                return List.of(account(), language());
            }

            @Override
            public List<com.vaadin.flow.component.Component> aside() {
                return List.of(
                        new H2(Texts.get("setup.administrator.aside")),
                        new Paragraph(Texts.get("setup.administrator.aside.text")));
            }

            @Override
            public String missing() {
                return "";
            }
        };
    }

    private Div account() {
        var facts = new KeyValueList();
        accounts.first()
                .ifPresentOrElse(
                        first -> facts.with(Texts.get("setup.first.display-name"), first.displayName())
                                .withCode(Texts.get("security.username"), first.username())
                                .with(
                                        Texts.get("setup.administrator.since"),
                                        Formats.exact(first.createdAt(), ReaderZone.get())),
                        () -> facts.with(Texts.get("setup.first.display-name"), person.displayName()));
        return section("setup.administrator.account", facts);
    }

    private static Div language() {
        return section(
                "setup.administrator.language",
                new LanguageSwitch(),
                new Paragraph(Texts.get("setup.administrator.language.text")));
    }

    private static Div section(String title, com.vaadin.flow.component.Component... parts) {
        var section = new Div(new H2(Texts.get(title)));
        section.addClassName("hx-form-section");
        section.add(parts);
        return section;
    }
}
