package ai.hexabase.console.practice.ui;

import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.practice.PracticeTroubles;
import ai.hexabase.console.practice.Trouble;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/** Switches troubles of a practice cluster on and off; each takes effect at once. */
final class PracticeTroubleDialog extends Dialog {
    PracticeTroubleDialog(RegisteredCluster cluster, PracticeTroubles troubles) {
        setHeaderTitle(Texts.get("practice.trouble.title", cluster.name()));
        setWidth("468px");
        var switches = Layouts.column();
        for (var trouble : Trouble.values()) {
            switches.add(toggle(trouble, cluster, troubles));
        }
        add(new Paragraph(Texts.get("practice.trouble.text")), switches);
        getFooter().add(Layouts.plain(Texts.get("practice.trouble.close"), this::close));
    }

    private static Checkbox toggle(Trouble trouble, RegisteredCluster cluster, PracticeTroubles troubles) {
        var key = "practice.trouble." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var toggle = new Checkbox(Texts.get(key), troubles.of(cluster).contains(trouble));
        toggle.addClassName("hx-switch");
        toggle.setHelperText(Texts.get(key + ".text"));
        toggle.addValueChangeListener(change -> troubles.turn(cluster, trouble, change.getValue()));
        return toggle;
    }
}
