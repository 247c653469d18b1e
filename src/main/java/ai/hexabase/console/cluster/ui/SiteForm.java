package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.uikit.FieldProblems;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.Locale;

/** Name and place of a cluster. */
final class SiteForm extends Div implements LocaleChangeObserver {
    private final TextField name = field("name");
    private final Select<Site.Provider> provider = new Select<>();
    private final TextField region = field("region");
    private final TextField zone = field("zone");
    private final TextField jurisdiction = field("jurisdiction");

    SiteForm() {
        provider.setItems(Site.Provider.values());
        provider.setValue(Site.Provider.ON_PREMISES);
        provider.addClassName("hx-val-m");
        provider.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(63);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        jurisdiction.setMaxLength(2);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        removeAll();
        var form = Layouts.form();
        provider.setItemLabelGenerator(ClusterWords::provider);
        name.setHelperText(Texts.get("cluster.form.name.help"));
        region.setHelperText(Texts.get("cluster.form.region.help"));
        jurisdiction.setHelperText(Texts.get("cluster.form.jurisdiction.help"));
        form.addFormItem(name, Texts.get("cluster.form.name"));
        form.addFormItem(provider, Texts.get("cluster.form.provider"));
        form.addFormItem(region, Texts.get("cluster.form.region"));
        form.addFormItem(zone, Texts.get("cluster.form.zone"));
        form.addFormItem(jurisdiction, Texts.get("cluster.form.jurisdiction"));
        add(form);
    }

    private static TextField field(String id) {
        var field = new TextField();
        field.setWidthFull();
        field.addClassName("hx-val-m");
        field.setMaxLength(63);
        field.setId("cluster-" + id);
        return field;
    }

    SiteForm with(String newName, Site site) {
        name.setValue(newName);
        provider.setValue(site.provider());
        region.setValue(site.region());
        zone.setValue(site.zone());
        jurisdiction.setValue(site.jurisdiction());
        return this;
    }

    /** Proposes a name as long as nobody has typed one. */
    void suggest(String proposal) {
        if (name.isEmpty()) {
            name.setValue(proposal);
        }
    }

    String name() {
        return name.getValue().strip();
    }

    Site site() {
        return new Site(
                provider.getValue(),
                region.getValue().strip(),
                zone.getValue().strip(),
                jurisdiction.getValue().strip().toUpperCase(Locale.ROOT));
    }

    /** Shows a problem with the name at the field; false when the problem is about something else. */
    boolean show(Problem problem) {
        var aboutName = problem.code().startsWith("cluster-name-");
        name.setInvalid(aboutName);
        if (aboutName) {
            name.setErrorMessage(FieldProblems.words(problem));
            name.focus();
        }
        return aboutName;
    }
}
