package ai.hexabase.console.installation.ui;

import com.vaadin.flow.component.Component;
import java.util.List;

/** One step's question. */
interface WizardPart {
    String title();

    String lead();

    /** The parts of the form, built once. */
    List<Component> parts();

    /** Called after each change, and when news of clusters came; keeps what is being typed and the focus. */
    void refresh();

    /** What still has to be done before going on, empty when nothing. */
    String open();
}
