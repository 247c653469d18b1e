package ai.hexabase.console.shell;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.news.Changes;
import ai.hexabase.console.uikit.Breadcrumbs;
import ai.hexabase.console.uikit.FleetSummary;
import ai.hexabase.console.uikit.FreshnessChip;
import ai.hexabase.console.uikit.HasCrumbs;
import ai.hexabase.console.uikit.HelpButton;
import ai.hexabase.console.uikit.LanguageSwitch;
import ai.hexabase.console.uikit.LogView;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.ThemeMenu;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The frame around every screen: menu at the left, and above where I am, the fleet, language, colours, person. */
@Layout
@AnonymousAllowed
@Uses(FreshnessChip.class)
@Uses(LogView.class)
// what is asked on top of any screen
@Uses(Dialog.class)
@Uses(PasswordField.class)
class MainLayout extends AppLayout implements AfterNavigationObserver, LocaleChangeObserver {
    private final ActingPerson person;
    private final AuthenticationContext authentication;
    private final ObjectProvider<FleetSummary> fleet;
    private final transient Changes changes;
    private final transient Clock clock;
    private Breadcrumbs crumbs = new Breadcrumbs();
    private HelpButton help = new HelpButton();

    MainLayout(
            ActingPerson person,
            AuthenticationContext authentication,
            ObjectProvider<FleetSummary> fleet,
            Changes changes,
            Clock clock) {
        this.changes = changes;
        this.clock = clock;
        this.person = person;
        this.authentication = authentication;
        this.fleet = fleet;
        setPrimarySection(Section.DRAWER);
        addClassName("hx-shell");
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        getChildren().filter(part -> part != getContent()).toList().forEach(this::remove);
        crumbs = new Breadcrumbs();
        addToDrawer(new MainMenu());
        addToNavbar(header());
        showCrumbs();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        showCrumbs();
    }

    private Header header() {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(Texts.get("shell.menu"));
        var end = new Div();
        end.addClassName("hx-bar-end");
        if (authentication.isAuthenticated()) {
            end.add(new DatabaseChip(changes, clock));
            fleet.ifAvailable(summary -> end.add(new FleetChip(summary)));
        }
        if (person.isLocal()) {
            end.add(new BreakGlassChip());
        }
        help = new HelpButton();
        end.add(new LanguageSwitch(), new ThemeMenu(), help);
        if (authentication.isAuthenticated()) {
            end.add(new PersonMenu(person, authentication));
        }
        var header = new Header(toggle, MainMenu.brand(), crumbs, end);
        header.addClassName("hx-bar");
        return header;
    }

    private void showCrumbs() {
        var screen = getContent();
        setClassName("hx-alone", screen instanceof HasCrumbs place && place.isAlone());
        if (screen instanceof HasCrumbs place) {
            crumbs.set(place.crumbs(), place.here());
        } else if (screen instanceof HasDynamicTitle titled) {
            crumbs.set(List.of(), titled.getPageTitle());
        } else {
            crumbs.set(List.of(), "");
        }
        if (screen != null) {
            help.about(screen.getClass(), screen instanceof HasCrumbs place ? place.here() : "");
        }
    }
}
