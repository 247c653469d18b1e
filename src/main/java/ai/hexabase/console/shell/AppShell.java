package ai.hexabase.console.shell;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The HTML page: push, colour schemes, icon, and the style sheets in the order in which they win. */
@Push
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://styles/tokens.css")
@StyleSheet("context://styles/base.css")
@StyleSheet("context://styles/icons.css")
@StyleSheet("context://styles/aura.css")
@StyleSheet("context://styles/shell.css")
@StyleSheet("context://styles/parts.css")
@StyleSheet("context://styles/grid.css")
@StyleSheet("context://styles/form.css")
@StyleSheet("context://styles/wizard.css")
@StyleSheet("context://styles/change.css")
@StyleSheet("context://styles/installation.css")
@StyleSheet("context://styles/door.css")
@StyleSheet("context://styles/cluster.css")
@StyleSheet("context://styles/pods.css")
@StyleSheet("context://styles/identity.css")
@StyleSheet("context://styles/setup.css")
@StyleSheet("context://styles/datastore.css")
@JsModule("./hx-press.ts")
public class AppShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "favicon.svg", "any");
        settings.setPageTitle("Hexabase Console");
    }
}
