package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Shown for an address that leads nowhere. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundPage extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    NotFoundPage() {
        addClassName("hx-page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        add(new EmptyState(
                Icons.SEARCH,
                Texts.get("shell.notFound.what"),
                Texts.get("shell.notFound.action", "/" + event.getLocation().getPath()),
                Layouts.primary(Texts.get("shell.home"), () -> getUI().ifPresent(ui -> ui.navigate("")))));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return Texts.get("shell.notFound.what");
    }
}
