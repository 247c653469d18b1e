package ai.hexabase.console.drift.ui;

import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.ui.InstallationPart;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;

/** Drift on the screens of installations. */
@org.springframework.stereotype.Component
class DriftPart implements InstallationPart {
    private final DriftModel model;

    DriftPart(DriftModel model) {
        this.model = model;
    }

    @Override
    public String title() {
        return Texts.get("drift.title");
    }

    @Override
    public Component cell(Installation installation) {
        return new DriftCell(model, installation.id());
    }

    @Override
    public Component panel(Installation installation) {
        return new DriftPanel(model, installation.id());
    }
}
