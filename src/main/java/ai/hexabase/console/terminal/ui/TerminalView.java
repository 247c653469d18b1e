package ai.hexabase.console.terminal.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.terminal.Terminal;
import ai.hexabase.console.terminal.TerminalEnd;
import ai.hexabase.console.terminal.TerminalLinks;
import ai.hexabase.console.terminal.TerminalWish;
import ai.hexabase.console.terminal.Terminals;
import ai.hexabase.console.uikit.Background;
import ai.hexabase.console.uikit.FreshSignIn;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A terminal in a container: chosen, given a reason, opened, and over when the page is left. */
@Route(TerminalLinks.TERMINAL)
@PermitAll
class TerminalView extends Page implements BeforeEnterObserver, PaneFeed.Page {
    private final transient Terminals terminals;
    private final transient Clusters clusters;
    private final transient ActingPerson person;
    private final Div notices = new Div();
    private final Div place = new Div();
    private TerminalForm form = new TerminalForm(this::open);
    private transient @Nullable RegisteredCluster cluster;
    private String namespace = "";
    private String pod = "";
    private @Nullable TerminalPane pane;
    private StatusLabel state = new StatusLabel(Status.WAITING, "");
    private Button end = new Button();
    private transient @Nullable Terminal terminal;
    private transient @Nullable PaneFeed feed;

    TerminalView(Terminals terminals, Clusters clusters, ActingPerson person) {
        this.person = person;
        this.terminals = terminals;
        this.clusters = clusters;
        place.addClassName("hx-terminal-place");
        LiveUpdates.of(this).whileShown(() -> this::close);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var link = event.getLocation().getQueryParameters();
        cluster = link.getSingleParameter("cluster")
                .flatMap(id -> clusters.list().stream()
                        .filter(each -> each.id().toString().equals(id))
                        .findFirst())
                .orElse(null);
        if (cluster == null ? !person.maySomewhere(Role.ADMIN) : !person.may(Role.ADMIN, cluster.id())) {
            event.rerouteToError(AccessDeniedException.class);
            return;
        }
        namespace = link.getSingleParameter("namespace").orElse("");
        pod = link.getSingleParameter("pod").orElse("");
        pane = null;
        entered();
    }

    @Override
    protected String title() {
        return Texts.get("terminal.title");
    }

    /** A change of language must not end what runs: the terminal itself stays as it is. */
    @Override
    protected void build() {
        fillHeight();
        var header = new PageHeader(title());
        add(header);
        var known = cluster;
        if (known == null || pod.isEmpty()) {
            add(new Panel(title(), new Paragraph(Texts.get("terminal.no-pod"))));
            return;
        }
        header.facts(known.name(), namespace, pod);
        add(notices);
        if (pane == null) {
            choose(known);
        } else {
            add(place);
        }
    }

    private void choose(RegisteredCluster known) {
        form = new TerminalForm(() -> FreshSignIn.before(this::open));
        notices.removeAll();
        var record = new Paragraph(Texts.get("terminal.record"));
        record.addClassName("hx-muted");
        add(new Panel(Texts.get("terminal.choose")).padded(record, form));
        if (known.isPractice()) {
            notices.add(new ProblemNotice(
                    Status.PRACTICE, Texts.get("terminal.practice"), Texts.get("terminal.practice.why")));
            form.disable();
            return;
        }
        askForContainers(known);
    }

    private void askForContainers(RegisteredCluster known) {
        var live = LiveUpdates.of(this);
        var asking = form;
        Background.start(() -> {
            try {
                var names = terminals.containers(known.id(), namespace, pod);
                live.run("containers", () -> asking.containers(names));
            } catch (ProblemException failed) {
                live.run("containers", () -> refuse(failed.problem()));
            }
        });
    }

    private void refuse(Problem problem) {
        notices.removeAll();
        notices.add(new ProblemNotice(problem));
    }

    private void open() {
        var known = cluster;
        if (known == null || !form.isComplete(!known.isPractice())) {
            return;
        }
        var wish = new TerminalWish(known.id(), namespace, pod, form.container(), form.command(), form.reason());
        var heard = new PaneFeed(LiveUpdates.of(this), this);
        try {
            terminal = terminals.open(wish, heard);
        } catch (ProblemException refused) {
            refuse(refused.problem());
            return;
        }
        feed = heard;
        show(wish);
        rebuild();
    }

    private void show(TerminalWish wish) {
        notices.removeAll();
        var shown = new TerminalPane(Texts.get("terminal.label", wish.container(), wish.pod()));
        pane = shown;
        shown.onType(text -> typing().ifPresent(open -> open.input(text.getBytes(StandardCharsets.UTF_8))));
        shown.onSize((columns, rows) -> typing().ifPresent(open -> open.resize(columns, rows)));
        shown.onDrawn(bytes -> {
            if (feed != null) {
                feed.drawn(bytes);
            }
        });
        state = new StatusLabel(Status.PROGRESSING, Texts.get("terminal.opening"));
        end = Layouts.plain(Texts.get("terminal.end"), this::leave);
        shown.onLeave(end::focus);
        var what = new Code(String.join(" ", wish.command()));
        var where = new Span(wish.container());
        where.addClassName("hx-b");
        var grow = new Span();
        grow.addClassName("hx-grow");
        var bar = new Div(where, what, state, grow, end);
        bar.addClassName("hx-terminal-bar");
        var keys = new Paragraph(Texts.get("terminal.keys", Terminals.IDLE.toMinutes()));
        keys.addClassNames("hx-muted", "hx-terminal-keys");
        place.removeAll();
        place.addClassName("hx-panel");
        place.add(bar, shown, keys);
    }

    private Optional<Terminal> typing() {
        return Optional.ofNullable(terminal);
    }

    /** Ends it, or goes back to choosing after it has ended. */
    private void leave() {
        close();
        pane = null;
        rebuild();
    }

    private void close() {
        var heard = feed;
        var open = terminal;
        feed = null;
        terminal = null;
        if (heard != null) {
            heard.close();
        }
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void opened() {
        state.set(Status.OK, Texts.get("terminal.opened"));
        if (pane != null) {
            pane.begin();
        }
    }

    @Override
    public void output(byte[] bytes) {
        if (pane != null) {
            pane.write(bytes);
        }
    }

    @Override
    public void ended(TerminalEnd how) {
        state.set(TerminalWords.status(how), TerminalWords.end(how));
        if (pane != null) {
            pane.finish();
        }
        end.setText(Texts.get("terminal.again"));
        end.focus();
        var words = how.words();
        if (words != null) {
            notices.removeAll();
            notices.add(new ProblemNotice(TerminalWords.status(how), TerminalWords.end(how), words));
        }
    }
}
