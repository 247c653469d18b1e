package ai.hexabase.console.registry.ui;

import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.registry.Registries;
import ai.hexabase.console.registry.RegistryCheck;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;

/** Asks a saved registry for an image, and shows what came of the last time. */
final class RegistryTrialPanel extends Div {
    private static final int LONGEST = 400;

    private final transient Registries registries;
    private final transient Runnable changed;
    private final TextField image = new TextField();
    private final Button begin;
    private final Div result = new Div();
    private transient ImageRegistry registry;

    /** @param changed told after each test */
    RegistryTrialPanel(Registries registries, ImageRegistry registry, Runnable changed) {
        this.registries = registries;
        this.registry = registry;
        this.changed = changed;
        addClassName("hx-key-file");
        image.setId("registry-image");
        image.setLabel(Texts.get("registry.image"));
        image.setPlaceholder("hexabase/control-plane:1.4.2");
        image.setHelperText(Texts.get("registry.image.help"));
        image.setMaxLength(LONGEST);
        image.setWidthFull();
        image.addClassName("hx-mono-field");
        begin = Layouts.plain(Texts.get("registry.test"), this::test);
        result.setWidthFull();
        result.getElement().setAttribute("aria-live", "polite");
        add(new Paragraph(Texts.get("registry.test.text")), image, begin, result);
        show(registry);
    }

    /** After it was saved. */
    void show(ImageRegistry saved) {
        registry = saved;
        var check = saved.check();
        if (check != null) {
            show(check);
            if (image.isEmpty()) {
                image.setValue(check.image());
            }
        } else {
            result.removeAll();
        }
    }

    private void test() {
        begin.setEnabled(false);
        result.removeAll();
        result.add(new StatusLabel(Status.PROGRESSING, Texts.get("registry.testing")));
        var asked = image.getValue();
        Background.run(
                LiveUpdates.of(this),
                "registry",
                () -> registries.test(registry.id(), asked),
                check -> {
                    begin.setEnabled(true);
                    show(check);
                    changed.run();
                },
                problem -> {
                    begin.setEnabled(true);
                    result.removeAll();
                    result.add(new ProblemNotice(problem));
                });
    }

    private void show(RegistryCheck check) {
        result.removeAll();
        var problem = check.problem();
        if (problem != null) {
            result.add(new ProblemNotice(problem));
            return;
        }
        var facts = new KeyValueList()
                .withCode(Texts.get("registry.found.image"), check.image())
                .withCode(Texts.get("registry.found.digest"), String.valueOf(check.digest()))
                .with(Texts.get("registry.found.sign-in"), signIn(check))
                .with(Texts.get("registry.found.when"), Formats.exact(check.at(), ReaderZone.get()));
        var box = new Div(new StatusLabel(Status.OK, Texts.get("registry.found")), facts);
        box.addClassName("hx-trial");
        result.add(box);
    }

    private static String signIn(RegistryCheck check) {
        var signIn = check.signIn();
        return signIn == null
                ? ""
                : Texts.get("registry.sign-in." + signIn.name().toLowerCase(Locale.ROOT));
    }
}
