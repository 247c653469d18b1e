package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.security.PersonSession;
import ai.hexabase.console.security.PersonSessions;
import ai.hexabase.console.uikit.Cells;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.RoleWords;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's own page: who the console takes them for, how it looks to them, and their sessions. */
@Route(SignInLinks.ME)
@PermitAll
class MyPage extends Page implements BeforeEnterObserver {
    private final transient PersonSessions sessions;
    private final transient ActingPerson person;
    private final transient AuthenticationContext authentication;
    private final transient Clock clock;
    private final Div notices = new Div();
    private @Nullable UUID current;

    MyPage(PersonSessions sessions, ActingPerson person, AuthenticationContext authentication, Clock clock) {
        this.authentication = authentication;
        this.sessions = sessions;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        current = sessions.current().orElse(null);
        notices.removeAll();
        entered();
    }

    @Override
    protected String title() {
        return person.displayName();
    }

    @Override
    protected void build() {
        var header = new PageHeader(title());
        header.facts(person.name(), Texts.get("shell.roles", RoleWords.ofGrants(person.grants())));
        add(header, notices, Layouts.column(new PreferencePanel(clock, this::rebuild), panel(sessions.mine())));
    }

    private Panel panel(List<PersonSession> mine) {
        var others = Layouts.small(Texts.get("security.sessions.end-others"), this::endOthers);
        others.setEnabled(mine.stream().anyMatch(session -> isOpen(session) && !isThis(session)));
        var all = Layouts.small(Texts.get("security.sessions.sign-out-everywhere"), this::signOutEverywhere);
        return new Panel(Texts.get("security.sessions"), grid(mine)).facts(others, all);
    }

    private static boolean isOpen(PersonSession session) {
        return session.endedAt() == null;
    }

    private boolean isThis(PersonSession session) {
        return session.id().equals(current);
    }

    private void endOthers() {
        var here = current;
        if (here != null) {
            var count = sessions.endMyOthers(here);
            rebuild();
            notices.removeAll();
            notices.add(new ProblemNotice(Status.OK, Texts.get("security.sessions.ended", count), ""));
        }
    }

    /** This one last, and in the usual way: the provider hears of it. */
    private void signOutEverywhere() {
        var here = current;
        if (here != null) {
            sessions.endMyOthers(here);
        }
        authentication.logout();
    }

    private Grid<PersonSession> grid(List<PersonSession> mine) {
        var grid = Layouts.whole(new Grid<PersonSession>());
        grid.setItems(mine);
        grid.addComponentColumn(session -> Cells.when(session.signedInAt(), clock))
                .setHeader(Texts.get("security.sessions.since"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addComponentColumn(session -> Cells.when(session.seenAt(), clock))
                .setHeader(Texts.get("security.sessions.seen"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(session -> String.valueOf(session.address()))
                .setHeader(Texts.get("security.sessions.address"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addComponentColumn(session -> browser(session.agent()))
                .setHeader(Texts.get("security.sessions.agent"))
                .setFlexGrow(1);
        grid.addComponentColumn(session -> Cells.text(session.id().toString()))
                .setHeader(Texts.get("security.sessions.id"))
                .setWidth("300px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setHeader(Texts.get("identity.state"))
                .setWidth("230px")
                .setFlexGrow(0);
        return grid;
    }

    private static Component browser(@Nullable String agent) {
        return agent == null ? Cells.text("") : Cells.text(BrowserWords.of(agent), agent);
    }

    private Component state(PersonSession session) {
        if (isThis(session)) {
            return new StatusLabel(Status.OK, Texts.get("security.sessions.this"));
        }
        var how = session.endedBy();
        return how == null
                ? new StatusLabel(Status.OK, Texts.get("security.sessions.open"))
                : new StatusLabel(
                        Status.WAITING,
                        Texts.get("security.session-end." + how.name().toLowerCase(Locale.ROOT)));
    }
}
