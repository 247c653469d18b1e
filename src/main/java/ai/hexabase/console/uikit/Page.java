package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A screen inside the shell: builds itself when shown and again when the language changes, so whatever was entered
 * must live in fields of the screen, not only in its components.
 */
public abstract class Page extends Main implements HasDynamicTitle, HasCrumbs, LocaleChangeObserver {
    private static final Logger log = LoggerFactory.getLogger(Page.class);

    protected Page() {
        addClassName("hx-page");
    }

    /** The screen's own name, translated; stands in the browser's title and last in the breadcrumbs. */
    protected abstract String title();

    /** Adds the parts; called after parameters are known and after every change of language. */
    protected abstract void build();

    @Override
    public List<Crumb> crumbs() {
        return List.of();
    }

    @Override
    public final String getPageTitle() {
        return title() + " · Hexabase Console";
    }

    @Override
    public String here() {
        return title();
    }

    @Override
    public final void localeChange(LocaleChangeEvent event) {
        rebuild();
        event.getUI().getPage().setTitle(getPageTitle());
    }

    /** Builds again from what is known now; what stops it is told in the screen's place, with the way to try again. */
    protected final void rebuild() {
        removeAll();
        try {
            build();
        } catch (RuntimeException failed) {
            removeAll();
            add(Mishap.notice(log, failed, Layouts.plain(Texts.get("uikit.again"), this::rebuild)));
        }
    }

    /** For the end of {@code beforeEnter}: a screen that is shown already is about something else from now on. */
    protected final void entered() {
        if (isAttached()) {
            LiveUpdates.of(this).restart();
            rebuild();
        }
    }

    /** Uses the whole height: the parts scroll, not the page. */
    protected final void fillHeight() {
        addClassName("hx-fill");
    }

    /** No padding: for a screen that draws its own frame, as the wizard does. */
    protected final void edgeToEdge() {
        addClassName("hx-edge");
    }
}
