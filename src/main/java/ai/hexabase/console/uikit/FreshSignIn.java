package ai.hexabase.console.uikit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.VaadinService;

/** Lets people prove once more who they are before something dangerous; the sign-in implements it. */
public interface FreshSignIn {
    /** With which a module refuses what is dangerous. */
    String PROBLEM = "sign-in-too-old";

    /** Whether the person did so not long ago. */
    boolean isRecent();

    /** Asks on top of the page, which keeps what was entered; then goes on. */
    void ask(Runnable then);

    /** Goes on at once, or after the person has proved who they are. */
    static void before(Runnable act) {
        var sign = of();
        if (sign.isRecent()) {
            act.run();
        } else {
            sign.ask(act);
        }
    }

    private static FreshSignIn of() {
        return VaadinService.getCurrent().getInstantiator().getOrCreate(FreshSignIn.class);
    }

    /** The way to do so for a refusal that says it is needed. */
    static Button button(Runnable then) {
        return Layouts.small(Texts.get("uikit.confirm-you"), () -> of().ask(then));
    }
}
