package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

/** Switches a provider on or off, saying before what follows and how to get back. */
final class SwitchPanel extends Panel {
    /** @param switchOn null where another button does it */
    SwitchPanel(IdentityProvider provider, @Nullable Runnable switchOn, Runnable switchOff, Runnable remove) {
        super(Texts.get(provider.on() ? "identity.switch.is-on" : "identity.switch"));
        var facts = new UnorderedList();
        facts.addClassName("hx-reasons");
        facts.add(
                fact(
                        Status.OK,
                        Texts.get("identity.switch.groups", provider.rules().size())),
                fact(Status.OK, Texts.get("identity.switch.local")),
                fact(Status.WAITING, Texts.get("identity.switch.back")));
        padded(facts, buttons(provider, switchOn, switchOff, remove));
    }

    private static ListItem fact(Status status, String text) {
        return new ListItem(status.shape(), new Span(text));
    }

    private static Div buttons(IdentityProvider provider, @Nullable Runnable on, Runnable off, Runnable remove) {
        var gone = Layouts.danger(Texts.get("identity.remove.open"), remove);
        if (provider.on()) {
            return Layouts.column(
                    new StatusLabel(Status.OK, Texts.get("identity.on")),
                    Layouts.row(Layouts.plain(Texts.get("identity.switch-off"), off), gone));
        }
        if (on == null) {
            return Layouts.row(gone);
        }
        var button = Layouts.primary(Texts.get("identity.switch-on"), on);
        button.setEnabled(provider.testedAt() != null);
        return Layouts.column(why(button), Layouts.row(button, gone));
    }

    /** A button that is off has its reason beside it. */
    private static Paragraph why(Button button) {
        var reason = new Paragraph(button.isEnabled() ? "" : Texts.get("identity.switch.untested"));
        reason.setVisible(!button.isEnabled());
        reason.addClassName("hx-muted");
        return reason;
    }
}
