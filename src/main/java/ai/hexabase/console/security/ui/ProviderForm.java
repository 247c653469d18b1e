package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ScopeNames;
import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.identity.KeycloakWish;
import ai.hexabase.console.uikit.FieldProblems;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A provider's connection, and which of its groups may do what. */
final class ProviderForm extends Div {
    private static final int MOST_AUTHORITIES = 64 * 1024;
    private static final URI NOWHERE = URI.create("");

    private final TextField name = field("name", 60);
    private final TextField id = mono(field("id", 40));
    private final TextField issuer = mono(field("issuer", 300));
    private final TextField client = mono(field("client", 200));
    private final PasswordField secret = new PasswordField();
    private final TextField scopes = mono(field("scopes", 200));
    private final TextField nameClaim = mono(field("name-claim", 100));
    private final TextField rolesClaim = mono(field("roles-claim", 100));
    private final TextArea authorities = new TextArea();
    private final RoleRulesField rules = new RoleRulesField();

    /** @param hasSecret whether one is kept already */
    ProviderForm(IdentityProvider provider, boolean isNew, boolean hasSecret) {
        show(provider);
        id.setReadOnly(!isNew);
        secret.setId("identity-secret");
        secret.setMaxLength(500);
        secret.addClassName("hx-val-m");
        secret.setWidthFull();
        secret.setRevealButtonVisible(false);
        secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
        secret.setPlaceholder(hasSecret ? "••••••••••••" : "");
        secret.setHelperText(Texts.get(hasSecret ? "identity.secret.kept" : "identity.secret.help"));
        authorities.setWidthFull();
        authorities.setMinRows(3);
        authorities.setMaxLength(MOST_AUTHORITIES);
        authorities.addClassName("hx-mono-area");
        authorities.setHelperText(Texts.get("identity.authorities.help"));
        add(section("identity.connection", ""), connection(), rare());
        add(section("identity.who", "identity.who.remark"), rules);
    }

    private static TextField field(String key, int longest) {
        var field = new TextField();
        field.setId("identity-" + key);
        field.setMaxLength(longest);
        field.setWidthFull();
        field.setHelperText(Texts.get("identity." + key + ".help"));
        return field;
    }

    private static TextField mono(TextField field) {
        field.addClassName("hx-mono-field");
        return field;
    }

    private static Div section(String title, String remark) {
        var head = new H2(Texts.get(title));
        if (!remark.isEmpty()) {
            var small = new Span(Texts.get(remark));
            small.addClassName("hx-remark");
            head.add(small);
        }
        var section = new Div(head);
        section.addClassName("hx-form-section");
        return section;
    }

    private Div connection() {
        var form = Layouts.form();
        form.addFormItem(name, Texts.get("identity.name"));
        form.addFormItem(id, Texts.get("identity.id"));
        form.addFormItem(issuer, Texts.get("identity.issuer"));
        form.addFormItem(client, Texts.get("identity.client"));
        form.addFormItem(secret, Texts.get("identity.secret"));
        form.addFormItem(rolesClaim, Texts.get("identity.roles-claim"));
        return new Div(form);
    }

    private Details rare() {
        var form = Layouts.form();
        form.addFormItem(nameClaim, Texts.get("identity.name-claim"));
        form.addFormItem(scopes, Texts.get("identity.scopes"));
        form.addFormItem(authorities, Texts.get("identity.authorities"));
        return new Details(Texts.get("identity.rare"), form);
    }

    private void show(IdentityProvider provider) {
        name.setValue(provider.name());
        id.setValue(provider.id());
        issuer.setValue(
                provider.issuer().equals(NOWHERE) ? "" : provider.issuer().toString());
        client.setValue(provider.clientId());
        scopes.setValue(String.join(" ", provider.scopes()));
        nameClaim.setValue(provider.nameClaim());
        rolesClaim.setValue(provider.rolesClaim());
        authorities.setValue(provider.authorities());
        rules.with(provider.rules());
    }

    /** What roles can be limited to. */
    ProviderForm scopes(List<ScopeNames.Named> names) {
        rules.names(names);
        return this;
    }

    /** What a form for a new provider begins with. */
    static IdentityProvider blank(String id) {
        return new IdentityProvider(
                id,
                "",
                NOWHERE,
                "hexabase-console",
                IdentityProvider.SCOPES,
                IdentityProvider.NAME_CLAIM,
                IdentityProvider.ROLES_CLAIM,
                List.of(),
                "",
                false,
                null);
    }

    IdentityProvider provider() {
        return new IdentityProvider(
                id.getValue().strip(),
                name.getValue().strip(),
                address(issuer.getValue().strip()),
                client.getValue().strip(),
                Arrays.stream(scopes.getValue().strip().split("\\s+"))
                        .filter(scope -> !scope.isEmpty())
                        .toList(),
                nameClaim.getValue().strip(),
                rolesClaim.getValue().strip(),
                rules.rules(),
                authorities.getValue().strip(),
                false,
                null);
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException malformed) {
            return NOWHERE;
        }
    }

    /** What setting up a Keycloak server came to; the client's roles take the place of groups. */
    void fill(URI realm, String clientSecret) {
        issuer.setValue(realm.toString());
        secret.setValue(clientSecret);
        rolesClaim.setValue(KeycloakWish.ROLES_CLAIM);
        rules.with(KeycloakWish.rules());
        if (name.isEmpty()) {
            name.setValue("Keycloak");
        }
    }

    /** Null when nobody entered one, so the one that is kept stays. */
    @Nullable
    String secret() {
        return secret.isEmpty() ? null : secret.getValue();
    }

    String id() {
        return id.getValue().strip();
    }

    /** Tells each problem at its field. */
    void show(List<Problem> problems) {
        Map<String, HasValidation> fields = new LinkedHashMap<>();
        fields.put("identity-id", id);
        fields.put("identity-name", name);
        fields.put("identity-issuer", issuer);
        fields.put("identity-client", client);
        fields.put("identity-claim", rolesClaim);
        fields.put("identity-authorities", authorities);
        rules.check();
        FieldProblems.show(fields, problems);
    }
}
