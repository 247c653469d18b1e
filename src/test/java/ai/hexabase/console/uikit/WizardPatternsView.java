package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/** The wizard's frame with sample content; exists only on the test class path. */
@Route("patterns-wizard")
@AnonymousAllowed
class WizardPatternsView extends Page {
    WizardPatternsView() {
        edgeToEdge();
    }

    @Override
    protected String title() {
        return "New: hq-tokyo";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Installations", "patterns"));
    }

    @Override
    protected void build() {
        var form = Layouts.form();
        form.addFormItem(
                field("20", "More than this cannot be created until this value is raised."), "vclusters allowed");
        form.addFormItem(field("2000m", ""), "CPU limit");
        var memory = field("4GB", "");
        memory.setInvalid(true);
        memory.setErrorMessage("“4GB” is not a Kubernetes quantity. Write 4Gi (4,295 MB) or 4G (4,000 MB).");
        form.addFormItem(memory, "Memory limit");
        var backups = field("60", "");
        backups.setSuffixComponent(new Span("days"));
        var changed = form.addFormItem(backups, "Backups are kept");
        changed.addClassName("hx-changed");
        var note = new Span(new Span("Changed"), new Span("default 30"), Layouts.link("Reset", () -> {}));
        note.addClassName("hx-changed-note");
        changed.add(note);
        var section = new Div(new H2("Tenants"), form);
        section.addClassName("hx-form-section");
        var wizard = new WizardShell("New installation")
                .steps(List.of(
                        new WizardStep("Requirements", "80 users, 20 vclusters", true, false, "patterns"),
                        new WizardStep("Profile", "small-enterprise", true, false, "patterns"),
                        new WizardStep("Target cluster", "tokyo-prod-1", true, false, "patterns"),
                        new WizardStep("Settings", "1 to correct, 1 changed", false, true, ""),
                        new WizardStep("Check and save", "creates revision 1", false, false, "")))
                .content(
                        "Settings for small-enterprise",
                        "The profile’s values are filled in. Change only what you have a reason to change; every difference is marked and shown again before anything is saved.",
                        section)
                .consequences(
                        new H2("What it means for tokyo-prod-1"),
                        new ProblemNotice(
                                Status.FAILED,
                                "CPU for 16 of 20 vclusters",
                                "3.4 cores are missing; the last 4 vclusters would stay pending."),
                        new CapacityBar("CPU")
                                .set(
                                        List.of(
                                                new CapacityBar.Part(CapacityBar.Kind.IN_USE, 1.6),
                                                new CapacityBar.Part(CapacityBar.Kind.PLATFORM, 5.5),
                                                new CapacityBar.Part(CapacityBar.Kind.TENANTS, 16.6),
                                                new CapacityBar.Part(CapacityBar.Kind.MISSING, 3.4)),
                                        23.7,
                                        "27.1 needed / 23.7 cores"))
                .consequenceLine(Status.FAILED, "tokyo-prod-1 has CPU for 16 of 20 vclusters. 3.4 cores are missing.");
        wizard.draftKept("Draft kept 14:31:08");
        wizard.reason("1 to correct");
        add(wizard);
    }

    private static TextField field(String value, String help) {
        var field = new TextField();
        field.setWidthFull();
        field.addClassName("hx-val");
        field.setValue(value);
        field.setHelperText(help);
        return field;
    }
}
