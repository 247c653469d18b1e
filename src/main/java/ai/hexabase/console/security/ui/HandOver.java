package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.KeycloakWish;
import ai.hexabase.console.uikit.CopyField;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinServletRequest;

/** What the provider's administrator has to enter there, to be copied. */
final class HandOver extends Div {
    private final String origin;

    /** @param origin the console's address, without a slash at its end */
    HandOver(String origin) {
        this.origin = origin;
        addClassName("hx-form-section");
    }

    /** The address in the browser's bar, without its path. */
    static String originOfPage() {
        var request = VaadinServletRequest.getCurrent();
        if (request == null) {
            return "";
        }
        var url = request.getHttpServletRequest().getRequestURL().toString();
        var path = url.indexOf('/', url.indexOf("//") + 2);
        return (path < 0 ? url : url.substring(0, path))
                + request.getHttpServletRequest().getContextPath();
    }

    /** The same for a Keycloak server that the console sets up itself. */
    KeycloakWish wish(IdentityProvider provider, boolean byKey) {
        return new KeycloakWish(provider.clientId(), redirect(provider.id()), afterLogout(), backChannel(provider.id()))
                .withKeys(byKey ? keys(provider.id()) : null);
    }

    private String redirect(String id) {
        return origin + "/" + SignInLinks.REDIRECT + id;
    }

    private String afterLogout() {
        return origin + "/" + SignInView.ROUTE;
    }

    private String backChannel(String id) {
        return origin + "/" + SignInLinks.BACK_CHANNEL + id;
    }

    /** Where the provider finds the public keys of the console's client. */
    String keys(String id) {
        return origin + "/" + SignInLinks.KEYS + id;
    }

    void about(String id) {
        removeAll();
        var form = Layouts.form();
        form.addFormItem(new CopyField(redirect(id)), Texts.get("identity.hand-over.redirect"));
        form.addFormItem(new CopyField(afterLogout()), Texts.get("identity.hand-over.after-logout"));
        form.addFormItem(new CopyField(backChannel(id)), Texts.get("identity.hand-over.back-channel"));
        form.addFormItem(new CopyField("authorization_code, S256"), Texts.get("identity.hand-over.flow"));
        add(new H2(Texts.get("identity.hand-over")), new Paragraph(Texts.get("identity.hand-over.text")), form);
    }
}
