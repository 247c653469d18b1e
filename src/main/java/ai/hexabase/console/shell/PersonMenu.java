package ai.hexabase.console.shell;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.security.ui.SignInLinks;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.RoleWords;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;

/** Who is signed in, with which roles, and the way out. */
final class PersonMenu extends Button {
    PersonMenu(ActingPerson person, AuthenticationContext authentication) {
        addClassNames("hx-bar-button", "hx-person");
        var words = new Span(avatar(person.displayName()), name(person.displayName()));
        words.addClassName("hx-person-words");
        getElement().appendChild(words.getElement());
        setAriaLabel(Texts.get("shell.person", person.displayName()));
        getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(this);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
        menu.addItem(Texts.get("shell.roles", RoleWords.ofGrants(person.grants())))
                .setEnabled(false);
        menu.addItem(Texts.get("shell.my-page"), click -> UI.getCurrent().navigate(SignInLinks.ME))
                .addComponentAsFirst(Icons.PERSON.create());
        var out = menu.addItem(Texts.get("shell.signOut"), click -> authentication.logout());
        out.addComponentAsFirst(Icons.SIGN_OUT.create());
    }

    private static Span avatar(String name) {
        var initials = new Span(initials(name));
        initials.addClassName("hx-avatar");
        initials.getElement().setAttribute("aria-hidden", "true");
        return initials;
    }

    /** Both initials of a Latin name; one sign of any other, which is as wide as two letters. */
    static String initials(String name) {
        var words = name.strip().split("[\\s.@_-]+");
        if (words[0].isEmpty() || words[0].codePointAt(0) > 0x24F) {
            return words[0].isEmpty() ? "" : Character.toString(words[0].codePointAt(0));
        }
        var letters = words.length > 1
                ? Character.toString(words[0].codePointAt(0)) + Character.toString(words[1].codePointAt(0))
                : words[0].substring(0, Math.min(2, words[0].length()));
        return letters.toUpperCase(Locale.ROOT);
    }

    private static Span name(String name) {
        var text = new Span(name);
        text.addClassName("hx-person-name");
        return text;
    }
}
