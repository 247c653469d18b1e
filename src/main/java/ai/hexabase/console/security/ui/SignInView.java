package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.IdentityProviders;
import ai.hexabase.console.security.Accounts;
import ai.hexabase.console.uikit.DoorPage;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/** Where people sign in with a local account. */
@Route(value = SignInView.ROUTE, autoLayout = false)
@AnonymousAllowed
public class SignInView extends DoorPage implements BeforeEnterObserver, HasDynamicTitle, LocaleChangeObserver {
    public static final String ROUTE = "sign-in";
    /** Where a sign-in leads whose page was too old, and so carried no token of the present session. */
    public static final String AGAIN = "/" + ROUTE + "?again";

    public static final String FAILED = "/" + ROUTE + "?error";
    /** Where a sign-in leads that could not be checked. */
    public static final String AWAY = "/" + ROUTE + "?away";

    /** Where a sign-in leads that rests after too many failures, before the second until when. */
    public static final String RESTING = "/" + ROUTE + "?resting=";

    private static final long LONGEST_REST = 300;
    private static final String LEAD = "security.sign-in.lead";
    private static final Set<String> LEADS = Set.of(
            "again",
            "away",
            "cancelled",
            "client-refused",
            "no-name",
            "no-role",
            "provider-away",
            "provider-failed",
            "provider-off");

    private final Accounts accounts;
    private final IdentityProviders providers;
    private final LoginForm form = new LoginForm();
    private final Div corporate = new Div();
    private final H2 local = new H2();
    private final H1 title = new H1();
    private final Paragraph hint = new Paragraph();
    private final Clock clock;
    private String lead = LEAD;
    /** Seconds until the next try is worth it; 0 when nothing rests. */
    private long rests;

    SignInView(Accounts accounts, IdentityProviders providers, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.providers = providers;
        form.setAction(ROUTE);
        form.setForgotPasswordButtonVisible(false);
        corporate.addClassName("hx-door-providers");
        local.addClassName("hx-door-local");
        content(title, hint, corporate, local, form);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getParameters();
        rests = asked.getOrDefault("resting", List.of()).stream()
                .findFirst()
                .map(this::secondsUntil)
                .orElse(0L);
        form.setError(asked.containsKey("error") || asked.containsKey("resting"));
        lead = asked.keySet().stream()
                .filter(LEADS::contains)
                .map(why -> "security.sign-in." + why)
                .findFirst()
                .orElse(LEAD);
    }

    /** What stands in an address may be anything. */
    private long secondsUntil(String second) {
        return second.matches("\\d{1,12}")
                ? Math.clamp(Long.parseLong(second) + 1 - clock.instant().getEpochSecond(), 0, LONGEST_REST)
                : 0;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        title.setText(getTranslation("security.sign-in"));
        var first = isFirst();
        form.setVisible(!first);
        hint.setText(getTranslation(first ? "security.sign-in.no-account" : lead));
        form.setI18n(texts());
        showProviders();
        form.getElement().setProperty("noAutofocus", corporate.isVisible());
        if (corporate.isVisible() && LEAD.equals(lead)) {
            hint.setText(getTranslation("security.sign-in.lead.corporate"));
        }
    }

    /** Those people are sent to with one click; the console's own accounts come after them. */
    private void showProviders() {
        corporate.removeAll();
        for (var provider : switchedOn()) {
            var way = new Anchor(
                    "oauth2/authorization/" + provider.id(), getTranslation("security.sign-in.with", provider.name()));
            way.setRouterIgnore(true);
            way.addClassNames("hx-button", "hx-primary");
            corporate.add(way);
        }
        corporate.setVisible(corporate.getComponentCount() > 0);
        local.setText(getTranslation("security.sign-in.local"));
        local.setVisible(corporate.isVisible());
    }

    private List<IdentityProvider> switchedOn() {
        try {
            return providers.switchedOn();
        } catch (DataAccessException unknown) {
            return List.of();
        }
    }

    /** Without a database the page says so, instead of not appearing. */
    private boolean isFirst() {
        try {
            return accounts.none();
        } catch (DataAccessException unknown) {
            lead = "security.sign-in.away";
            return false;
        }
    }

    private LoginI18n texts() {
        var texts = LoginI18n.createDefault();
        var fields = texts.getForm();
        fields.setTitle("");
        fields.setUsername(getTranslation("security.username"));
        fields.setPassword(getTranslation("security.password"));
        fields.setSubmit(getTranslation("security.sign-in"));
        var error = texts.getErrorMessage();
        error.setTitle(getTranslation(rests > 0 ? "security.sign-in.rests" : "security.sign-in.failed"));
        error.setMessage(
                rests > 0
                        ? getTranslation("security.sign-in.rests.action", rests)
                        : getTranslation("security.sign-in.failed.action"));
        error.setUsername(getTranslation("security.username.missing"));
        error.setPassword(getTranslation("security.password.missing"));
        return texts;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.sign-in") + " | Hexabase Console";
    }
}
