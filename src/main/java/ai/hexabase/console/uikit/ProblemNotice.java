package ai.hexabase.console.uikit;

import ai.hexabase.console.common.Problem;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;

/** What happened and to which object, the cause, and the action as a button; stays until solved. */
public final class ProblemNotice extends Div {
    private final Div words = new Div();

    public ProblemNotice(Problem problem, Component... actions) {
        this(Status.FAILED, problem, actions);
    }

    public ProblemNotice(Status status, Problem problem, Component... actions) {
        this(status, Texts.of(problem.what()), Texts.of(problem.action()), actions);
        var theirs = problem.words();
        if (theirs != null && !theirs.isBlank()) {
            words.add(theirWords(theirs));
        }
        if (FreshSignIn.PROBLEM.equals(problem.code())) {
            actions(FreshSignIn.button(this::removeFromParent));
        }
    }

    public ProblemNotice(Status status, String what, String why, Component... actions) {
        addClassNames("hx-notice", status.className());
        words.addClassName("hx-notice-words");
        words.add(line("hx-notice-what", what), line("hx-notice-why", why));
        add(status.icon().create(), words);
        if (actions.length > 0) {
            actions(actions);
        }
        getElement().setAttribute("role", status == Status.FAILED ? "alert" : "status");
    }

    private void actions(Component... parts) {
        var buttons = new Div(parts);
        buttons.addClassName("hx-notice-actions");
        add(buttons);
    }

    /** Adds something below the sentences, such as a list of what to do. */
    public ProblemNotice more(Component... parts) {
        words.add(parts);
        return this;
    }

    private static Component theirWords(String theirs) {
        var code = new Code(theirs);
        code.addClassName("hx-words");
        return code;
    }

    private static Div line(String className, String text) {
        var line = new Div(text);
        line.addClassName(className);
        line.setVisible(!text.isEmpty());
        return line;
    }
}
