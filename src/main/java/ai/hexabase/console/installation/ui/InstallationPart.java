package ai.hexabase.console.installation.ui;

import ai.hexabase.console.installation.Installation;
import com.vaadin.flow.component.Component;

/** What another part of the console tells of installations on their screens; the parts keep themselves up to date. */
public interface InstallationPart {
    /** Heads the column of {@link #cell}, translated. */
    String title();

    /** In lists of installations. */
    Component cell(Installation installation);

    /** On the installation's own page. */
    Component panel(Installation installation);
}
