package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Timeline, log and diff as the rollout and review screens use them; exists only on the test class path. */
@Route("patterns-change")
@AnonymousAllowed
class ChangePatternsView extends Page {
    private final Clock clock;

    ChangePatternsView(Clock clock) {
        this.clock = clock;
        fillHeight();
    }

    @Override
    protected String title() {
        return "57 hq-tokyo";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("Rollouts", "patterns"));
    }

    @Override
    protected void build() {
        add(new PageHeader("Rollout 57")
                .facts("hq-tokyo, revision 42 → 43", "plan 118, approved by 伊藤 健 at 14:20", "started 14:21 by 佐藤 美咲")
                .actions(
                        Layouts.plain("Roll back to 42…", () -> {}), Layouts.plain("Pause after this step", () -> {})));
        var waves = new Div(wave("Wave 1", "osaka-dr-1", 11), wave("Wave 2", "tokyo-prod-1", 6));
        waves.addClassName("hx-waves");
        var log = new LogView();
        log.append(List.of(
                new LogLine(
                        "14:27:54.771",
                        "apply",
                        "Cluster hexabase-db applied, restart of 2 instances begins with the standby"),
                new LogLine(
                        "14:28:41.330",
                        "WARN",
                        "hexabase-db-2 ready on 1.5.0 settings, lag 0.1 s; switchover from hexabase-db-1"),
                new LogLine("14:29:42.650", "ERROR", "Step 6 Database done in 1 min 48 s, 2 of 2 instances ready")));
        var last = new Panel("What happened", log).facts("newest last, following");
        last.addClassName("hx-last");
        var diff = new DiffView(
                before(),
                before().replace("replicas: 4", "replicas: 3").replace("1.4.2@sha256:51ce", "1.5.0@sha256:8b90"));
        diff.noteBelow(
                line -> line.kind() == DiffLine.Kind.ADDED && line.text().contains("replicas"),
                new ProblemNotice(
                        Status.FAILED, "replicas belongs to kubectl-edit", "It was set by hand: you decide."));
        var right = Layouts.column(
                new Panel("Step 7: Control plane")
                        .padded(new KeyValueList()
                                .withCode("Deployment", "hexabase-control-plane")
                                .with("Replicas", "3 wanted, 2 new available, 1 old left")),
                new Panel("Diff", diff),
                last);
        var grid = new Div(new Panel("Steps", timeline()).facts("tokyo-prod-1"), right);
        grid.addClassName("hx-rollout");
        add(waves, grid);
    }

    private static Component wave(String name, String cluster, int done) {
        var steps = new ArrayList<>(Collections.nCopies(done, Status.OK));
        if (done < 11) {
            steps.add(Status.PROGRESSING);
        }
        while (steps.size() < 11) {
            steps.add(Status.WAITING);
        }
        var title = new Span(name);
        title.addClassName("hx-b");
        var state = new StatusLabel(
                done == 11 ? Status.OK : Status.PROGRESSING,
                done == 11 ? "Done in 6 min 11 s" : "6 of 11 steps, 3 min 02 s");
        state.addClassName("hx-end");
        var wave = new Div(
                new Div(title, Icons.ROLE_PRIMARY.create(), new Span(cluster), state), new PhaseBar().set(steps, name));
        wave.addClassName("hx-wave");
        if (done < 11) {
            wave.getElement().setAttribute("aria-current", "true");
        }
        return wave;
    }

    private static Timeline timeline() {
        var timeline = new Timeline();
        timeline.setSteps(List.of(
                new Timeline.Step("1", Status.OK, "Namespace", "1 unchanged", "0.4 s", false),
                new Timeline.Step("2", Status.OK, "RBAC", "4 unchanged", "0.9 s", false),
                new Timeline.Step(
                        "6",
                        Status.OK,
                        "Database",
                        "2 instances restarted in turn, standby first",
                        "1 min 48 s",
                        false),
                new Timeline.Step(
                        "7",
                        Status.PROGRESSING,
                        "Control plane",
                        "2 of 3 new replicas available; waiting for q8xzt to answer /readyz (“migrations running”). Usual: 40 to 90 s.",
                        "1 min 10 s",
                        true),
                new Timeline.Step("8", Status.WAITING, "Networking", "2 objects", "", false),
                new Timeline.Step("9", Status.WAITING, "Verify", "9 checks", "", false)));
        return timeline;
    }

    private static String before() {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: hexabase-control-plane
                  namespace: hexabase-system
                  labels:
                    app.kubernetes.io/name: hexabase
                    app.kubernetes.io/part-of: hexabase
                    app.kubernetes.io/managed-by: hexabase-console
                    a: b
                    c: d
                    e: f
                spec:
                  replicas: 4
                  selector:
                    matchLabels:
                      app: control-plane
                  template:
                    spec:
                      containers:
                      - name: control-plane
                        image: hexabase/control-plane:1.4.2@sha256:51ce
                        envFrom:
                        - configMapRef:
                            name: hexabase-small-enterprise-config-7f3a
                """;
    }
}
