package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.installation.Closings;
import ai.hexabase.console.installation.Footprint.Trace;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Rights;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is left of an installation that was taken from its cluster, and what can be done with it. */
final class Remains {
    private final Closings closings;
    private final Clusters clusters;
    private final ActingPerson person;

    Remains(Closings closings, Clusters clusters, ActingPerson person) {
        this.closings = closings;
        this.clusters = clusters;
        this.person = person;
    }

    /** @param changed called once the record was closed */
    List<Component> notices(Installation installation, List<Trace> traces, Runnable changed) {
        var closedAt = installation.closedAt();
        if (closedAt != null) {
            return List.of(closed(installation, closedAt));
        }
        var notices = new ArrayList<Component>();
        traces.stream()
                .filter(Trace::removed)
                .forEach(trace -> notices.add(removed(installation, trace, traces, changed)));
        traces.stream()
                .filter(trace -> !trace.removed() && isLost(trace))
                .forEach(trace -> notices.add(lost(installation, trace, traces, changed)));
        return notices;
    }

    private boolean isLost(Trace trace) {
        return clusters.find(trace.cluster()).isEmpty();
    }

    private ProblemNotice closed(Installation installation, Instant at) {
        var by = installation.closedBy();
        return new ProblemNotice(
                Status.HELD,
                Texts.get("installation.closed", date(at), by == null ? "" : by),
                Texts.get("installation.closed.why"));
    }

    private ProblemNotice removed(Installation installation, Trace trace, List<Trace> traces, Runnable changed) {
        var volumes = String.join(", ", trace.volumes());
        var actions = new ArrayList<Component>();
        var may = person.may(Role.OPERATOR, installation.id());
        actions.add(Rights.need(
                may,
                Role.OPERATOR,
                Layouts.small(
                        Texts.get("installation.install-again"), () -> go(InstallationLinks.plan(installation.id())))));
        if (!trace.volumes().isEmpty() && !isLost(trace)) {
            actions.add(Rights.need(
                    may,
                    Role.OPERATOR,
                    Layouts.small(
                            Texts.get("installation.remove.volumes"),
                            () -> go(InstallationLinks.removal(installation.id(), trace.cluster())))));
        }
        actions.add(smallClose(installation, traces, changed));
        return new ProblemNotice(
                Status.HELD,
                Texts.get("installation.removed", trace.clusterName(), date(trace.since())),
                trace.volumes().isEmpty()
                        ? Texts.get("installation.removed.nothing")
                        : Texts.get("installation.removed.volumes", volumes),
                actions.toArray(Component[]::new));
    }

    private ProblemNotice lost(Installation installation, Trace trace, List<Trace> traces, Runnable changed) {
        return new ProblemNotice(
                Status.UNKNOWN,
                Texts.get("installation.lost", trace.clusterName()),
                Texts.get("installation.lost.why"),
                smallClose(installation, traces, changed));
    }

    private Button smallClose(Installation installation, List<Trace> traces, Runnable changed) {
        var button = close(installation, traces, changed);
        button.addClassName("hx-small");
        return button;
    }

    /** Closes the record, once its name was typed; off with the reason while that cannot be. */
    Button close(Installation installation, List<Trace> traces, Runnable changed) {
        var button = Layouts.plain(
                Texts.get("installation.close"),
                () -> FreshSignIn.before(() -> confirm(installation, traces, changed)));
        var still = traces.stream()
                .filter(trace -> !trace.removed() && !isLost(trace))
                .findFirst();
        if (!person.may(Role.ADMIN, installation.id())) {
            Rights.off(button, Rights.reason(Role.ADMIN));
        } else if (still.isPresent()) {
            Rights.off(button, Texts.get("installation.close.still", still.get().clusterName()));
        }
        return button;
    }

    private void confirm(Installation installation, List<Trace> traces, Runnable changed) {
        var dialog = new TypedConfirmation(
                        Texts.get("installation.close.title", installation.name()),
                        installation.name(),
                        Texts.get("installation.close.confirm"),
                        () -> close(installation, changed))
                .lost(Texts.get("installation.close.lost"))
                .kept(Texts.get("installation.close.kept"));
        var volumes = traces.stream()
                .flatMap(trace -> trace.volumes().stream().map(volume -> trace.clusterName() + ": " + volume))
                .collect(Collectors.joining(", "));
        if (!volumes.isEmpty()) {
            dialog.note(Texts.get("installation.close.volumes", volumes));
        }
        dialog.open();
    }

    private void close(Installation installation, Runnable changed) {
        try {
            closings.close(installation.id());
            changed.run();
        } catch (ProblemException refused) {
            // Only when something changed since the page was drawn, which then says so itself.
            changed.run();
        }
    }

    private static void go(String path) {
        UI.getCurrent().navigate(path);
    }

    private static String date(Instant at) {
        return Formats.exact(at, ReaderZone.get());
    }
}
