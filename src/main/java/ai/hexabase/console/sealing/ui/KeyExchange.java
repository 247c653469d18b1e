package ai.hexabase.console.sealing.ui;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.sealing.EncryptionKey;
import ai.hexabase.console.sealing.EncryptionKeys;
import ai.hexabase.console.uikit.CopyField;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.Locale;

/** Another key in place of the one there is: made here, or given. */
final class KeyExchange extends Div {
    /** Where the other key comes from. */
    private enum Source {
        GENERATED,
        GIVEN
    }

    private static final int LONGEST = 200;

    private final transient EncryptionKeys keys;
    private final transient Runnable changed;
    private final Div notices = new Div();
    private final RadioButtonGroup<Source> source = new RadioButtonGroup<>();
    private final PasswordField given = new PasswordField();

    KeyExchange(EncryptionKeys keys, EncryptionKey now, Runnable changed) {
        this.keys = keys;
        this.changed = changed;
        addClassName("hx-form-section");
        var heading = new H2(Texts.get("sealing.exchange"));
        var remark = new Span(Texts.get("sealing.exchange.remark"));
        remark.addClassName("hx-remark");
        heading.add(remark);
        add(heading);
        if (now.fromEnvironment()) {
            add(
                    new Paragraph(Texts.get("sealing.exchange.environment")),
                    new CopyField(now.origin() + "_FORMER"),
                    new CopyField("openssl rand -base64 32"));
            return;
        }
        buildSource();
        buildGiven();
        var tools = new Div(Layouts.plain(Texts.get("sealing.exchange.begin"), () -> confirm(now)));
        tools.addClassName("hx-setup-tools");
        add(notices, form(), tools);
    }

    private Div form() {
        var form = Layouts.form();
        form.addFormItem(source, Texts.get("sealing.exchange.source"));
        form.addFormItem(given, Texts.get("sealing.exchange.given")).setVisible(source.getValue() == Source.GIVEN);
        source.addValueChangeListener(
                change -> given.getParent().ifPresent(item -> item.setVisible(change.getValue() == Source.GIVEN)));
        return new Div(form);
    }

    private void buildSource() {
        source.setItems(Source.values());
        source.addThemeName("vertical");
        source.setValue(Source.GENERATED);
        source.setItemLabelGenerator(
                item -> Texts.get("sealing.exchange." + item.name().toLowerCase(Locale.ROOT) + ".label"));
    }

    private void buildGiven() {
        given.setId("key-given");
        given.setMaxLength(LONGEST);
        given.setWidthFull();
        given.setRevealButtonVisible(false);
        given.setAutocomplete(Autocomplete.OFF);
        given.setHelperText(Texts.get("sealing.exchange.given.help"));
    }

    private void confirm(EncryptionKey now) {
        var ask = new TypedConfirmation(
                Texts.get("sealing.exchange.title"),
                now.fingerprint(),
                Texts.get("sealing.exchange.confirm"),
                this::exchange);
        ask.lost(Texts.get("sealing.exchange.lost", now.origin()));
        ask.kept(Texts.get("sealing.exchange.kept"));
        ask.note(Texts.get("sealing.exchange.note"));
        ask.open();
    }

    private void exchange() {
        notices.removeAll();
        try {
            var made = source.getValue() == Source.GIVEN ? keys.give(given.getValue()) : keys.renew();
            given.clear();
            changed.run();
            notices.add(new ProblemNotice(
                    Status.OK,
                    Texts.get("sealing.exchange.done"),
                    Texts.get("sealing.exchange.done.why", made.fingerprint())));
        } catch (ProblemException refused) {
            notices.add(new ProblemNotice(refused.problem()));
        }
    }
}
