package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.Mishap;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what an act ran into: a known problem in its words, a bug as a reference that stands in the log. */
@org.springframework.stereotype.Component
class CalmErrorHandler implements ErrorHandler {
    private static final Logger log = LoggerFactory.getLogger(CalmErrorHandler.class);

    @Override
    public void error(ErrorEvent event) {
        var ui = event.getComponent().flatMap(Component::getUI).orElseGet(UI::getCurrent);
        if (ui == null) {
            log.error("Unexpected, shown to nobody", event.getThrowable());
            return;
        }
        try {
            ui.access(() -> show(Mishap.notice(log, event.getThrowable())));
        } catch (UIDetachedException gone) {
            // the session ended in the middle of it, so there is no page to tell it on
            log.info("Shown to nobody, for the page is gone: {}", String.valueOf(event.getThrowable()));
        }
    }

    private static void show(ProblemNotice notice) {
        var dialog = new Dialog(notice);
        dialog.addClassName("hx-trouble");
        dialog.getElement().setAttribute("aria-label", Texts.get("shell.unexpected.what"));
        dialog.getFooter().add(new Button(Texts.get("shell.close"), click -> dialog.close()));
        dialog.open();
    }
}
