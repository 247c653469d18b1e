package ai.hexabase.console.installation.ui;

import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;

/** Chooses one of the kept registries, which fills address, account and password. */
final class RegistryChoice extends Div {
    RegistryChoice(List<ImageRegistry> kept, Settings now, Consumer<ImageRegistry> chosen) {
        var choice = new Select<ImageRegistry>();
        choice.setId("kept-registry");
        choice.setItems(kept);
        choice.setItemLabelGenerator(RegistryChoice::words);
        choice.setPlaceholder(Texts.get("installation.registry.none"));
        choice.setHelperText(Texts.get("installation.registry.help"));
        choice.setWidthFull();
        choice.addClassName("hx-val-m");
        kept.stream().filter(registry -> isMeant(registry, now)).findFirst().ifPresent(choice::setValue);
        choice.addValueChangeListener(change -> chosen.accept(change.getValue()));
        var form = Layouts.form();
        form.addFormItem(choice, Texts.get("installation.registry"));
        add(form);
    }

    private static boolean isMeant(ImageRegistry registry, Settings now) {
        return registry.address().equals(now.text(Setting.IMAGE_REGISTRY))
                && registry.account().equals(now.text(Setting.REGISTRY_USER));
    }

    private static String words(ImageRegistry registry) {
        return registry.account().isEmpty() ? registry.address() : registry.address() + " · " + registry.account();
    }
}
