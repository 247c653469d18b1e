package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.ForwardTarget;
import ai.hexabase.console.audit.ForwardTargets;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.news.ChangeListener;
import ai.hexabase.console.news.Changes;
import ai.hexabase.console.uikit.EmptyState;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.LiveUpdates;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.Texts;
import ai.hexabase.console.uikit.TypedConfirmation;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the record is forwarded to, live: how each target is doing, what ails it, and what can be done. */
final class ForwardPanel extends Panel {
    /** A test that was put on record, and where. */
    private record Test(UUID target, String name, long seq) {}

    private final transient ForwardTargets targets;
    private final transient Clock clock;
    private final Div notices = new Div();
    private final Div failures = new Div();
    private final EmptyState none =
            new EmptyState(Icons.ARROW_RIGHT, Texts.get("audit.forward.empty"), Texts.get("audit.forward.empty.text"));
    private final ForwardGrid grid;
    private transient @Nullable Test test;
    private boolean choosing;

    ForwardPanel(ForwardTargets targets, Changes changes, Clock clock) {
        super(Texts.get("audit.forward"));
        this.targets = targets;
        this.clock = clock;
        grid = new ForwardGrid(clock, this::actions);
        facts(Layouts.small(Texts.get("audit.forward.add"), () -> edit(null)));
        add(notices, failures, none, grid);
        show();
        var live = LiveUpdates.of(this);
        live.whileShown(() -> changes.subscribe(ForwardTargets.TOPIC, listener(live)));
    }

    private ChangeListener listener(LiveUpdates live) {
        return new ChangeListener() {
            @Override
            public void changed(UUID id) {
                anything();
            }

            @Override
            public void anything() {
                live.run("targets", ForwardPanel.this::show);
            }
        };
    }

    /** An open menu would lose its place: what is new waits until it is closed. */
    private void show() {
        if (choosing) {
            return;
        }
        var all = targets.all();
        none.setVisible(all.isEmpty());
        grid.setVisible(!all.isEmpty());
        grid.show(all, targets.end());
        failures.removeAll();
        all.forEach(this::tellTrouble);
        tellTest(all);
    }

    private void tellTrouble(ForwardTarget target) {
        var failure = target.progress().failure();
        if (failure != null && !target.paused()) {
            var notice = new ProblemNotice(
                    failure.problem(),
                    Layouts.small(Texts.get("audit.forward.try"), () -> attempt(() -> targets.tryNow(target.id()))));
            failures.add(notice.more(new Div(target.name() + ": " + ForwardWords.tries(failure, clock))));
        }
        if (target.progress().missed() > 0) {
            failures.add(new ProblemNotice(
                    Status.WARNING,
                    Texts.get(
                            "audit.forward.missed",
                            target.name(),
                            target.progress().missed()),
                    Texts.get("audit.forward.missed.why")));
        }
    }

    private void tellTest(List<ForwardTarget> all) {
        var sent = test;
        var arrived = sent != null
                && all.stream()
                        .anyMatch(target -> target.id().equals(sent.target())
                                && target.progress().position() >= sent.seq());
        if (sent != null && arrived) {
            test = null;
            tell(Status.OK, "arrived", sent);
        }
    }

    private void tell(Status status, String what, Test sent) {
        notices.removeAll();
        notices.add(new ProblemNotice(
                status,
                Texts.get("audit.forward.test." + what, sent.name()),
                Texts.get("audit.forward.test." + what + ".why", sent.seq())));
    }

    private Component actions(ForwardTarget target) {
        var open = new Button(Icons.MORE.create());
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.addClassName("hx-icon-button");
        open.setAriaLabel(Texts.get("audit.forward.actions.of", target.name()));
        open.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(open);
        menu.setOpenOnClick(true);
        menu.addOpenedChangeListener(change -> {
            choosing = change.isOpened();
            show();
        });
        menu.addItem(Texts.get("audit.forward.test"), click -> test(target)).setEnabled(!target.paused());
        menu.addItem(Texts.get("audit.forward.change"), click -> edit(target));
        if (target.paused()) {
            menu.addItem(Texts.get("audit.forward.resume"), click -> attempt(() -> targets.resume(target.id())));
        } else {
            menu.addItem(Texts.get("audit.forward.pause"), click -> attempt(() -> targets.pause(target.id())));
        }
        menu.addItem(Texts.get("audit.forward.remove"), click -> remove(target));
        return open;
    }

    private void test(ForwardTarget target) {
        attempt(() -> {
            targets.test(target.id());
            var sent = new Test(target.id(), target.name(), targets.end());
            test = sent;
            tell(Status.PROGRESSING, "sent", sent);
        });
    }

    private void edit(@Nullable ForwardTarget target) {
        new ForwardDialog(targets, target, this::show).open();
    }

    private void remove(ForwardTarget target) {
        new TypedConfirmation(
                        Texts.get("audit.forward.remove.title", target.name()),
                        target.name(),
                        Texts.get("audit.forward.remove.confirm"),
                        () -> attempt(() -> targets.remove(target.id())))
                .lost(Texts.get("audit.forward.remove.lost"))
                .kept(Texts.get("audit.forward.remove.kept"))
                .open();
    }

    private void attempt(Runnable act) {
        notices.removeAll();
        try {
            act.run();
        } catch (ProblemException refused) {
            notices.add(new ProblemNotice(refused.problem()));
        }
        show();
    }
}
