package ai.hexabase.console.uikit;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.Role;
import com.vaadin.flow.component.button.Button;

/** Buttons of people who may not press them: off, and telling pointer, keyboard and screen reader why. */
public final class Rights {
    private Rights() {}

    /** The button as it is when the person may, else off, naming the role that is missing. */
    public static Button need(boolean may, Role role, Button button) {
        return may ? button : off(button, reason(role));
    }

    /** Why somebody cannot do it who lacks the role, or has it for other things only. */
    public static String reason(Role role) {
        return Texts.get("uikit.rights.needs", RoleWords.of(role));
    }

    public static Button off(Button button, Problem why) {
        return off(button, Texts.of(why.what()) + " " + Texts.of(why.action()));
    }

    /** Off with the reason as its tooltip, which is its description for screen readers too. */
    public static Button off(Button button, String reason) {
        button.setEnabled(false);
        button.setTooltipText(reason);
        return button;
    }
}
