package ai.hexabase.console.registry.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.registry.RegistryId;
import ai.hexabase.console.uikit.FieldProblems;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A registry's address, account and authorities. */
final class RegistryForm extends Div {
    private static final int MOST_AUTHORITIES = 64 * 1024;

    private final RegistryId id;
    private final TextField address = new TextField();
    private final TextField account = new TextField();
    private final PasswordField password = new PasswordField();
    private final TextArea authorities = new TextArea();

    /** @param hasPassword whether one is kept already */
    RegistryForm(ImageRegistry registry, boolean hasPassword) {
        id = registry.id();
        addClassName("hx-form-section");
        prepare(address, "address", registry.address(), 255);
        prepare(account, "account", registry.account(), 255);
        password.setId("registry-password");
        password.setMaxLength(4096);
        password.setWidthFull();
        password.addClassName("hx-val-m");
        password.setRevealButtonVisible(false);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setPlaceholder(hasPassword ? "••••••••••••" : "");
        password.setHelperText(Texts.get(hasPassword ? "registry.password.kept" : "registry.password.help"));
        authorities.setId("registry-authorities");
        authorities.setValue(registry.authorities());
        authorities.setWidthFull();
        authorities.setMinRows(3);
        authorities.setMaxRows(8);
        authorities.setMaxLength(MOST_AUTHORITIES);
        authorities.addClassName("hx-mono-area");
        authorities.setHelperText(Texts.get("registry.authorities.help"));
        add(new H2(Texts.get("registry.connection")), form());
    }

    private static void prepare(TextField field, String key, String value, int longest) {
        field.setId("registry-" + key);
        field.setValue(value);
        field.setMaxLength(longest);
        field.setWidthFull();
        field.addClassName("hx-mono-field");
        field.setAutocomplete(Autocomplete.OFF);
        field.setHelperText(Texts.get("registry." + key + ".help"));
    }

    private Div form() {
        var form = Layouts.form();
        form.addFormItem(address, Texts.get("registry.address"));
        form.addFormItem(account, Texts.get("registry.account"));
        form.addFormItem(password, Texts.get("registry.password"));
        form.addFormItem(authorities, Texts.get("registry.authorities"));
        return new Div(form);
    }

    ImageRegistry registry() {
        return new ImageRegistry(
                id,
                address.getValue().strip(),
                account.getValue().strip(),
                authorities.getValue().strip(),
                null);
    }

    /** Null when nobody entered one, so the one that is kept stays. */
    @Nullable
    String password() {
        return password.isEmpty() ? null : password.getValue();
    }

    /** Tells each problem at its field. */
    void show(List<Problem> problems) {
        Map<String, HasValidation> fields = new LinkedHashMap<>();
        fields.put("registry-address", address);
        fields.put("registry-account", account);
        fields.put("registry-password", password);
        fields.put("registry-authorities", authorities);
        FieldProblems.show(fields, problems);
    }
}
