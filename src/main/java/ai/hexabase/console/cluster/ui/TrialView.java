package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.ConnectionReport;
import ai.hexabase.console.cluster.ConnectionReport.Stage;
import ai.hexabase.console.cluster.ConnectionReport.StageResult;
import ai.hexabase.console.cluster.ConnectionReport.State;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.KubeAccess;
import ai.hexabase.console.kube.TlsReport;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries a connection in front of the reader: each stage as it starts and ends, and what to do about what is missing. */
final class TrialView extends Div implements LocaleChangeObserver {
    private final transient Clusters clusters;
    private final transient Consumer<KubeAccess> onEnd;
    private final OrderedList list = new OrderedList();
    private final Div below = new Div();
    private final transient Map<Stage, StageResult> results = new EnumMap<>(Stage.class);
    private transient @Nullable KubeAccess access;
    private transient @Nullable ConnectionReport report;
    private int run;

    /** @param onEnd told the access that was tried, which may trust more than the one given, when a trial has ended */
    TrialView(Clusters clusters, Consumer<KubeAccess> onEnd) {
        this.clusters = clusters;
        this.onEnd = onEnd;
        addClassName("hx-trial");
        list.addClassName("hx-stages");
        list.getElement().setAttribute("aria-live", "polite");
        below.addClassName("hx-trial-below");
        add(list, below);
        LiveUpdates.of(this);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        draw();
        var done = report;
        var tried = access;
        if (done != null && tried != null) {
            below.removeAll();
            explain(tried, done);
        }
    }

    Optional<ConnectionReport> report() {
        return Optional.ofNullable(report);
    }

    void start(KubeAccess tried) {
        access = tried;
        report = null;
        var mine = ++run;
        results.clear();
        below.removeAll();
        draw();
        var live = LiveUpdates.of(this);
        clusters.tryOut(tried, stage -> live.run(stage.stage(), () -> heard(mine, stage)))
                .whenComplete((done, failure) -> live.run("end", () -> ended(mine, done, failure)));
    }

    private void heard(int of, StageResult stage) {
        if (of == run) {
            results.put(stage.stage(), stage);
            draw();
        }
    }

    private void ended(int of, @Nullable ConnectionReport done, @Nullable Throwable failure) {
        var tried = access;
        if (of != run || tried == null) {
            return;
        }
        if (done == null) {
            below.add(new ProblemNotice(Problem.of("cluster-trial-failed").saying(String.valueOf(failure))));
        } else {
            report = done;
            done.stages().forEach(stage -> results.put(stage.stage(), stage));
            draw();
            explain(tried, done);
        }
        onEnd.accept(tried);
    }

    private void draw() {
        list.removeAll();
        for (var stage : Stage.values()) {
            list.add(line(stage, results.get(stage)));
        }
    }

    private static ListItem line(Stage stage, @Nullable StageResult result) {
        var status = status(result);
        var name = new Span(Texts.get("cluster.stage." + stage.name().toLowerCase(Locale.ROOT)));
        name.addClassName("hx-stage-name");
        var words = new Span(words(result));
        words.addClassName("hx-stage-words");
        var line = new ListItem(status.shape(), name, words);
        line.addClassName(status.className());
        return line;
    }

    private static String words(@Nullable StageResult result) {
        if (result == null) {
            return Texts.get("cluster.stage.waits");
        }
        var observed = result.observed();
        var problem = result.problem();
        return switch (result.state()) {
            case RUNNING -> Texts.get("cluster.stage.runs");
            case SKIPPED -> Texts.get("cluster.stage.skipped");
            case PASSED, WARNING -> observed == null ? "" : Texts.of(observed);
            case FAILED -> problem == null ? "" : Texts.of(problem.what());
        };
    }

    private static Status status(@Nullable StageResult result) {
        if (result == null) {
            return Status.WAITING;
        }
        return switch (result.state()) {
            case RUNNING -> Status.PROGRESSING;
            case PASSED -> Status.OK;
            case WARNING -> Status.WARNING;
            case FAILED -> Status.FAILED;
            case SKIPPED -> Status.WAITING;
        };
    }

    private void explain(KubeAccess tried, ConnectionReport done) {
        for (var stage : done.stages()) {
            var problem = stage.problem();
            if (problem != null) {
                below.add(notice(tried, stage.state(), stage.stage(), problem));
            }
        }
        clusters.alreadyRegistered(tried, done)
                .ifPresent(known -> below.add(
                        new ProblemNotice(Status.WARNING, Problem.of("cluster-already-registered", known.name()))));
        var tls = done.tls();
        if (tls != null && tls.verdict() == TlsReport.Verdict.UNTRUSTED) {
            below.add(new AuthorityForm(tls, pem -> start(tried.trusting(pem))));
        }
        if (!done.missing().isEmpty()) {
            below.add(new MissingPermissions(done.missing()));
        }
    }

    private ProblemNotice notice(KubeAccess tried, State state, Stage stage, Problem problem) {
        return state == State.WARNING
                ? new ProblemNotice(Status.WARNING, problem)
                : stage == Stage.TRUSTED
                        ? new ProblemNotice(problem)
                        : new ProblemNotice(
                                problem, Layouts.plain(Texts.get("cluster.trial.again"), () -> start(tried)));
    }
}
