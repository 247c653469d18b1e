package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Shown when the person's role does not open a screen. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoRightPage extends Main implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {
    NoRightPage() {
        addClassName("hx-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        add(new EmptyState(
                Icons.LOCK,
                Texts.get("shell.noRight.what"),
                Texts.get("shell.noRight.action"),
                Layouts.primary(Texts.get("shell.home"), () -> getUI().ifPresent(ui -> ui.navigate("")))));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return Texts.get("shell.noRight.what");
    }
}
