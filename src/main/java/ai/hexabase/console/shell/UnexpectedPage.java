package ai.hexabase.console.shell;

import ai.hexabase.console.common.DatabaseTrouble;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Mishap;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown when a screen could not be opened: a known problem in its words, or a reference into the log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnexpectedPage extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger log = LoggerFactory.getLogger(UnexpectedPage.class);

    UnexpectedPage() {
        addClassName("hx-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        var home = Layouts.plain(Texts.get("shell.home"), () -> getUI().ifPresent(ui -> ui.navigate("")));
        var thrown = error.getCaughtException();
        add(Mishap.notice(log, thrown, home));
        if (DatabaseTrouble.in(thrown).isPresent()) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        return Mishap.known(thrown).isPresent()
                ? HttpServletResponse.SC_BAD_REQUEST
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return Texts.get("shell.unexpected.what");
    }
}
