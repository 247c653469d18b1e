package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** All parts on one page, to be looked at beside the pictures; exists only on the test class path. */
@Route("patterns")
@AnonymousAllowed
class PatternsView extends Page {
    private final Clock clock;

    PatternsView(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected String title() {
        return "Patterns";
    }

    @Override
    protected void build() {
        var left = Layouts.column(statuses(), freshness(), notices(), keyValue());
        var right = Layouts.column(attention(), empty(), capacity(), chips(), form());
        var columns = Layouts.row(left, right);
        columns.addClassName("hx-patterns");
        left.getStyle().set("flex", "1").set("align-self", "start");
        right.getStyle().set("flex", "1").set("align-self", "start");
        columns.getStyle().set("flex-wrap", "nowrap").set("gap", "16px");
        add(
                new PageHeader("Patterns")
                        .facts("the parts that every screen is made of")
                        .actions(
                                new FreshnessChip().live(clock.instant()),
                                Layouts.plain("Register a cluster", this::confirm),
                                Layouts.primary("New installation", () -> {})),
                columns);
    }

    private record Line(Status status, String word, String means) {}

    private Component statuses() {
        var grid = Layouts.dense(new Grid<Line>());
        grid.setAllRowsVisible(true);
        grid.addComponentColumn(line -> new StatusLabel(line.status(), line.word()))
                .setHeader("In a row");
        grid.addComponentColumn(line -> new StatusTag(line.status(), line.word()))
                .setHeader("As a tag");
        grid.addColumn(Line::means).setHeader("Means");
        grid.setItems(
                new Line(Status.OK, "Running", "as wanted; text stays neutral"),
                new Line(Status.PROGRESSING, "Rolling out", "moving, no help needed"),
                new Line(Status.WARNING, "Drifted", "works, needs you soon"),
                new Line(Status.FAILED, "Stopped", "stopped or violated"),
                new Line(Status.UNKNOWN, "Unknown since 14:02", "no news; never green"),
                new Line(Status.WAITING, "Not started", "its turn comes"),
                new Line(Status.HELD, "Waits", "held on purpose"),
                new Line(Status.PRACTICE, "Practice", "simulated cluster"));
        return new Panel("Status", grid).facts("shape, word and colour together");
    }

    private Component freshness() {
        var now = clock.instant();
        return new Panel("Freshness")
                .padded(Layouts.row(
                        new FreshnessChip().live(now.minusSeconds(2)),
                        new FreshnessChip().reconnecting(now.minusSeconds(14)),
                        new FreshnessChip().unknownSince(now.minusSeconds(1800)),
                        new FreshnessChip().unknownSince(null),
                        new FreshnessChip().asOf(now.minus(Duration.ofDays(2)))));
    }

    private Component notices() {
        return new Panel("Problem notice")
                .facts("what happened, to which object, what to do")
                .padded(
                        new ProblemNotice(
                                Status.FAILED,
                                "osaka-dr-1 refuses the console’s token",
                                "It expired today at 12:00. Reading and changes are stopped; what runs there goes on.",
                                Layouts.small("Replace token", () -> {})),
                        new ProblemNotice(
                                Status.WARNING,
                                "StorageClass local-path keeps data on one node",
                                "If the node is lost, the database instance on it is lost too.",
                                Layouts.small("Choose another", () -> {})));
    }

    private Component keyValue() {
        return new Panel("Key and value")
                .padded(new KeyValueList()
                        .with("Kubernetes", "v1.34.2+k3s1", "read 2 s ago")
                        .withCode("Signed in as", "system:serviceaccount:hexabase-system:console")
                        .with(
                                "Certificate until",
                                new Span("3 Dec 2026 08:00"),
                                new StatusTag(Status.WARNING, "9 days")));
    }

    private Component attention() {
        var list = new AttentionList();
        list.setItems(List.of(
                new AttentionItem(
                        Status.WARNING,
                        "2 objects on kanto-med-2 differ from revision 18",
                        "Changed with kubectl-edit at 11:47: memory limit of hexabase-control-plane.",
                        "2 h 44 min",
                        Layouts.small("Review drift", () -> {})),
                new AttentionItem(
                        Status.FAILED,
                        "Rollout 55 of eu-services stopped at “Database”",
                        "hexabase-db-3 cannot be placed: storage class gp3-encrypted has no volumes in zone eu-west-1c.",
                        "18 min",
                        Layouts.small("Open the step", () -> {}))));
        return new Panel("Needs attention", list).count(2).facts("most urgent first");
    }

    private Component empty() {
        return new Panel(
                "Empty state",
                new EmptyState(
                        Icons.CLUSTER,
                        "No cluster yet",
                        "Register the cluster Hexabase.AI shall run on. You need its kubeconfig and about two minutes; nothing is changed on it.",
                        Layouts.primary("Register a cluster", () -> {}),
                        Layouts.link("Try with a practice cluster", () -> {})));
    }

    private Component capacity() {
        var part = CapacityBar.Kind.values();
        return new Panel("Capacity")
                .padded(
                        new CapacityBar("CPU")
                                .set(
                                        List.of(
                                                new CapacityBar.Part(part[0], 1.6),
                                                new CapacityBar.Part(part[1], 5.5),
                                                new CapacityBar.Part(part[2], 16.6),
                                                new CapacityBar.Part(part[3], 3.4)),
                                        23.7,
                                        "27.1 needed / 23.7 cores"),
                        new CapacityBar("Memory")
                                .set(
                                        List.of(
                                                new CapacityBar.Part(part[0], 4.2),
                                                new CapacityBar.Part(part[1], 19),
                                                new CapacityBar.Part(part[2], 40)),
                                        88.8,
                                        "63.2 / 88.8 GiB"),
                        CapacityBar.legend(part));
    }

    private Component chips() {
        return new Panel("Filters")
                .padded(Layouts.row(
                        new FilterChip("Installation:", "hq-tokyo").set("Installation:", "hq-tokyo", true),
                        new FilterChip("Namespace:", "all 15"),
                        Layouts.danger("Uninstall…", this::confirm),
                        off()));
    }

    private static Component off() {
        var button = Layouts.primary("Approve and start…", () -> {});
        button.setEnabled(false);
        return button;
    }

    private Component form() {
        var form = Layouts.form();
        var memory = field("4GB");
        memory.setInvalid(true);
        memory.setErrorMessage("“4GB” is not a Kubernetes quantity. Write 4Gi (4,295 MB) or 4G (4,000 MB).");
        var backups = field("60");
        backups.setSuffixComponent(new Span("days"));
        var vclusters = field("20");
        vclusters.setHelperText("More than this cannot be created until this value is raised.");
        form.addFormItem(vclusters, "vclusters allowed");
        form.addFormItem(memory, "Memory limit");
        var changed = form.addFormItem(backups, "Backups are kept");
        changed.addClassName("hx-changed");
        var note = new Span(new Span("Changed"), new Span("default 30"), Layouts.link("Reset", () -> {}));
        note.addClassName("hx-changed-note");
        changed.add(note);
        return new Panel("Form").padded(form);
    }

    private static TextField field(String value) {
        var field = new TextField();
        field.setWidthFull();
        field.addClassName("hx-val");
        field.setValue(value);
        return field;
    }

    private void confirm() {
        new TypedConfirmation("Uninstall hq-tokyo?", "hq-tokyo", "Uninstall", () -> {})
                .lost("14 vclusters with what runs in them; 60 objects on 2 clusters")
                .kept("16 volumes (1.1 TiB) and backups until 23 Jan 2027")
                .note("Takes about 4 min. A new installation can adopt the volumes.")
                .open();
    }
}
