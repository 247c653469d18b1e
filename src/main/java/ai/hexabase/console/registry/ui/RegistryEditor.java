package ai.hexabase.console.registry.ui;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.registry.Registries;
import ai.hexabase.console.registry.RegistryId;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes one registry: its form, and the test of what is saved. */
final class RegistryEditor {
    private final Registries registries;
    private final Consumer<ImageRegistry> saved;
    private final Div notices = new Div();
    private final Div main = new Div();
    private final RegistryTrialPanel trial;
    private ImageRegistry registry;
    private boolean isNew;
    private RegistryForm form;

    /**
     * @param wanted null for one that is not there yet
     * @param saved told when it was saved
     * @param tested told after each test
     */
    RegistryEditor(
            Registries registries, @Nullable ImageRegistry wanted, Consumer<ImageRegistry> saved, Runnable tested) {
        this.registries = registries;
        this.saved = saved;
        isNew = wanted == null;
        registry = wanted == null ? new ImageRegistry(RegistryId.random(), "", "", "", null) : wanted;
        form = form(registry);
        trial = new RegistryTrialPanel(registries, registry, tested);
    }

    private RegistryForm form(ImageRegistry shown) {
        return new RegistryForm(shown, registries.hasPassword(registry.id()));
    }

    Div notices() {
        return notices;
    }

    Div main() {
        return main;
    }

    RegistryTrialPanel trial() {
        return trial;
    }

    ImageRegistry registry() {
        return registry;
    }

    boolean isNew() {
        return isNew;
    }

    /** Builds the form, keeping what was entered; also in another language. */
    void build() {
        var entered = form.registry();
        form = form(entered);
        main.removeAll();
        main.add(form);
    }

    void save() {
        var entered = form.registry();
        var problems = registries.check(entered, form.password());
        form.show(problems);
        notices.removeAll();
        if (!problems.isEmpty()) {
            return;
        }
        try {
            registry = registries.save(entered, form.password());
            isNew = false;
            form = form(registry);
            build();
            trial.show(registry);
            notices.add(new ProblemNotice(Status.OK, Texts.get("registry.saved"), Texts.get("registry.saved.why")));
            saved.accept(registry);
        } catch (ProblemException refused) {
            notices.add(new ProblemNotice(refused.problem()));
        }
    }
}
