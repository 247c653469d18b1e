package ai.hexabase.console.practice.ui;

import ai.hexabase.console.practice.PracticeCluster;
import ai.hexabase.console.practice.Trouble;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;

/** Switches troubles of a practice cluster on and off; each takes effect at once. */
final class PracticeTroubleDialog extends Dialog {
    PracticeTroubleDialog(String name, PracticeCluster cluster) {
        setHeaderTitle(Texts.get("practice.trouble.title", name));
        setWidth("468px");
        var switches = Layouts.column();
        for (var trouble : Trouble.values()) {
            switches.add(toggle(trouble, cluster));
        }
        add(new Paragraph(Texts.get("practice.trouble.text")), switches);
        getFooter().add(Layouts.plain(Texts.get("practice.trouble.close"), this::close));
    }

    private static Checkbox toggle(Trouble trouble, PracticeCluster cluster) {
        var key = "practice.trouble." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var toggle = new Checkbox(Texts.get(key), cluster.troubles().contains(trouble));
        toggle.addClassName("hx-switch");
        toggle.setHelperText(Texts.get(key + ".text"));
        toggle.addValueChangeListener(change -> {
            if (change.getValue()) {
                cluster.switchOn(trouble);
            } else {
                cluster.switchOff(trouble);
            }
        });
        return toggle;
    }
}
