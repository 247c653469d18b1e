package ai.hexabase.console.datastore.ui;

import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.ExternalDatabase.Tls;
import ai.hexabase.console.database.Login;
import ai.hexabase.console.datastore.Preparation;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The address of another database and the roles to get in with. */
final class ExternalForm extends Div {
    private static final int POSTGRES = 5432;
    private static final int MOST_AUTHORITIES = 64 * 1024;

    private final TextField host = field("host", 253);
    private final IntegerField port = new IntegerField();
    private final TextField database = field("name", 63);
    private final TextField role = field("role", 63);
    private final PasswordField password = secret("password");
    private final TextField owner = field("owner", 63);
    private final PasswordField ownerPassword = secret("owner-password");
    private final Select<Tls> tls = new Select<>();
    private final TextArea authority = new TextArea();

    /** @param changed called whenever something else is entered */
    ExternalForm(Runnable changed) {
        port.setId("datastore-port");
        port.setMin(1);
        port.setMax(65_535);
        port.setValue(POSTGRES);
        port.addClassName("hx-val");
        database.setValue(Preparation.DATABASE);
        role.setValue(Preparation.APPLICATION);
        owner.setValue(Preparation.OWNER);
        owner.setHelperText(Texts.get("datastore.owner.help"));
        encryption();
        var form = Layouts.form();
        place(form);
        add(form);
        Stream.of(host, database, role, password, owner, ownerPassword, authority)
                .forEach(each -> each.addValueChangeListener(change -> changed.run()));
        port.addValueChangeListener(change -> changed.run());
        tls.addValueChangeListener(change -> changed.run());
    }

    private static TextField field(String key, int longest) {
        var field = new TextField();
        field.setId("datastore-" + key);
        field.setMaxLength(longest);
        field.setWidthFull();
        field.addClassName("hx-mono-field");
        return field;
    }

    private static PasswordField secret(String key) {
        var field = new PasswordField();
        field.setId("datastore-" + key);
        field.setMaxLength(500);
        field.setWidthFull();
        field.addClassName("hx-val-m");
        field.setRevealButtonVisible(false);
        field.setAutocomplete(Autocomplete.NEW_PASSWORD);
        return field;
    }

    private void encryption() {
        tls.setId("datastore-tls");
        tls.setItems(Tls.values());
        tls.setItemLabelGenerator(each -> Texts.get("datastore.tls." + each.word()));
        tls.setValue(Tls.VERIFY_FULL);
        tls.setWidthFull();
        tls.addValueChangeListener(change -> authority.setReadOnly(change.getValue() != Tls.VERIFY_FULL));
        authority.setId("datastore-authority");
        authority.setWidthFull();
        authority.setMinRows(3);
        authority.setMaxRows(6);
        authority.setMaxLength(MOST_AUTHORITIES);
        authority.addClassName("hx-mono-area");
        authority.setHelperText(Texts.get("datastore.authority.help"));
    }

    private void place(FormLayout form) {
        form.addFormItem(host, Texts.get("datastore.host"));
        form.addFormItem(port, Texts.get("datastore.port"));
        form.addFormItem(database, Texts.get("datastore.name"));
        form.addFormItem(role, Texts.get("datastore.role"));
        form.addFormItem(password, Texts.get("datastore.password"));
        form.addFormItem(owner, Texts.get("datastore.owner"));
        form.addFormItem(ownerPassword, Texts.get("datastore.owner-password"));
        form.addFormItem(tls, Texts.get("datastore.tls"));
        form.addFormItem(authority, Texts.get("datastore.authority"));
    }

    /** Takes over what was entered before the language changed. */
    void fill(ExternalForm before) {
        host.setValue(before.host.getValue());
        port.setValue(before.port.getValue());
        database.setValue(before.database.getValue());
        role.setValue(before.role.getValue());
        password.setValue(before.password.getValue());
        owner.setValue(before.owner.getValue());
        ownerPassword.setValue(before.ownerPassword.getValue());
        tls.setValue(before.tls.getValue());
        authority.setValue(before.authority.getValue());
    }

    /** Empty when something is missing, which is told at the field. */
    Optional<ExternalDatabase> entered() {
        var missing = false;
        for (var field : List.of(host, database, role)) {
            var empty = field.getValue().isBlank();
            field.setErrorMessage(Texts.get("datastore.missing"));
            field.setInvalid(empty);
            missing |= empty;
        }
        var number = port.getValue();
        port.setErrorMessage(Texts.get("datastore.missing"));
        port.setInvalid(number == null);
        if (missing || number == null) {
            return Optional.empty();
        }
        return Optional.of(new ExternalDatabase(
                text(host),
                number,
                text(database),
                new Login(text(role), password.getValue()),
                ownerLogin(),
                tls.getValue(),
                tls.getValue() != Tls.VERIFY_FULL || authority.getValue().isBlank()
                        ? null
                        : authority.getValue().strip()));
    }

    private @Nullable Login ownerLogin() {
        return owner.getValue().isBlank() ? null : new Login(text(owner), ownerPassword.getValue());
    }

    private static String text(TextField field) {
        return field.getValue().strip();
    }
}
