package ai.hexabase.console.shell;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.database.DatabaseTrouble;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what an act ran into: a known problem in its words, a bug as a reference that stands in the log. */
@org.springframework.stereotype.Component
class CalmErrorHandler implements ErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(CalmErrorHandler.class);

    @Override
    public void error(ErrorEvent event) {
        var ui = event.getComponent().flatMap(Component::getUI).orElseGet(UI::getCurrent);
        var known = problemIn(event.getThrowable());
        var reference = known == null ? Reference.logged(log, event.getThrowable()) : "";
        if (ui != null) {
            ui.access(() -> show(known == null ? unexpected(reference) : new ProblemNotice(known)));
        }
    }

    static ProblemNotice unexpected(String reference) {
        return new ProblemNotice(
                Status.FAILED, Texts.get("shell.unexpected.what"), Texts.get("shell.unexpected.action", reference));
    }

    static @Nullable Problem problemIn(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return refused.problem();
            }
        }
        return DatabaseTrouble.in(thrown).orElse(null);
    }

    private static void show(ProblemNotice notice) {
        var dialog = new Dialog(notice);
        dialog.addClassName("hx-trouble");
        dialog.getElement().setAttribute("aria-label", Texts.get("shell.unexpected.what"));
        dialog.getFooter().add(new Button(Texts.get("shell.close"), click -> dialog.close()));
        dialog.open();
    }
}
