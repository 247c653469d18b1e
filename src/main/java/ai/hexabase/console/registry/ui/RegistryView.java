package ai.hexabase.console.registry.ui;

import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.registry.Registries;
import ai.hexabase.console.registry.RegistryId;
import ai.hexabase.console.uikit.Crumb;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One registry: its connection and its test. */
@Route(RegistryLinks.LIST + "/:registry")
@RolesAllowed("ADMIN")
class RegistryView extends Page implements BeforeEnterObserver {
    private final transient Registries registries;
    private transient RegistryEditor editor;

    RegistryView(Registries registries) {
        this.registries = registries;
        editor = editor(null);
    }

    private RegistryEditor editor(@Nullable ImageRegistry wanted) {
        return new RegistryEditor(
                registries, wanted, saved -> UI.getCurrent().navigate(RegistryLinks.of(saved.id())), () -> {});
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("registry").orElse("");
        editor = editor(
                RegistryLinks.NEW.equals(id)
                        ? null
                        : find(id).orElseThrow(() -> new NotFoundException("no registry " + id)));
        entered();
    }

    private Optional<ImageRegistry> find(String id) {
        try {
            return registries.find(RegistryId.of(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    protected String title() {
        return editor.isNew()
                ? Texts.get("registry.add.title")
                : editor.registry().address();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(Texts.get("registry.title"), RegistryLinks.LIST));
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(Texts.get("registry.lead"));
        var save = Layouts.primary(Texts.get("registry.save"), editor::save);
        if (editor.isNew()) {
            header.actions(save);
        } else {
            header.actions(Layouts.danger(Texts.get("registry.remove.open"), this::remove), save);
        }
        editor.build();
        editor.main().addClassNames("hx-panel", "hx-pad");
        var test = new Panel(Texts.get("registry.test.title"));
        test.padded(editor.isNew() ? new Paragraph(Texts.get("registry.test.first-save")) : editor.trial());
        add(header, editor.notices(), Layouts.besides(editor.main(), test));
    }

    private void remove() {
        var registry = editor.registry();
        var ask = new TypedConfirmation(
                Texts.get("registry.remove.title", registry.address()),
                registry.address(),
                Texts.get("registry.remove"),
                () -> {
                    registries.remove(registry.id());
                    UI.getCurrent().navigate(RegistryLinks.LIST);
                });
        ask.lost(Texts.get("registry.remove.lost"));
        ask.kept(Texts.get("registry.remove.kept"));
        ask.open();
    }
}
