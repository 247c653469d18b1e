package ai.hexabase.console.uikit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;

/** Opens the help of the screen that is shown; so do F1 and ? outside of fields. Esc closes it. */
@JsModule("./hx-help.ts")
public final class HelpButton extends Div implements LocaleChangeObserver {
    private final Button button = new Button(Icons.HELP.create());
    private final Popover popover = new Popover();
    private Class<?> screen = HelpButton.class;
    private String title = "";

    public HelpButton() {
        button.addClassNames("hx-bar-button", "hx-help-button");
        button.getElement().setAttribute("aria-haspopup", "dialog");
        button.addClickListener(click -> toggle());
        popover.setTarget(button);
        popover.setOpenOnClick(false);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setWidth("400px");
        popover.setAutofocus(true);
        popover.addClassName("hx-help");
        popover.addOpenedChangeListener(change -> refill());
        add(button, popover);
        show();
    }

    private void toggle() {
        popover.setOpened(!popover.isOpened());
    }

    /** Of this screen, from now on; without a help of its own there is no button. */
    public void about(Class<?> newScreen, String newTitle) {
        screen = newScreen;
        title = newTitle;
        show();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        show();
    }

    private void show() {
        var name = Texts.get("help.open");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        popover.setAriaLabel(Texts.get("help.of", title));
        var written = Help.of(screen).isPresent();
        setVisible(written);
        if (!written) {
            popover.setOpened(false);
        }
        refill();
    }

    /** Nothing while it is closed: whoever searches the page's text must not find what nobody sees. */
    private void refill() {
        popover.removeAll();
        if (popover.isOpened()) {
            Help.of(screen).ifPresent(this::fill);
        }
    }

    private void fill(Help help) {
        var close = new Button(Icons.CLOSE.create(), click -> popover.setOpened(false));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.addClassName("hx-icon-button");
        close.setAriaLabel(Texts.get("help.close"));
        var head = new Div(new H2(title), close);
        head.addClassName("hx-help-head");
        var points = new UnorderedList();
        help.points().forEach(point -> points.add(new ListItem(point)));
        popover.add(head, new Paragraph(help.lead()), points, new H3(Texts.get("help.who")), new Paragraph(help.who()));
        var links = links(help.related());
        if (!links.isEmpty()) {
            popover.add(new H3(Texts.get("help.related")), Layouts.row(links.toArray(Component[]::new)));
        }
        var keys = new Paragraph(Texts.get("help.keys"));
        keys.addClassName("hx-remark");
        popover.add(keys);
    }

    /** Only where this reader may go, and under the names of the menu. */
    private static List<Component> links(List<String> related) {
        return MenuConfiguration.getMenuEntries().stream()
                .filter(entry -> related.contains(entry.path().replaceFirst("^/", "")))
                .<Component>map(HelpButton::link)
                .toList();
    }

    private static Anchor link(MenuEntry entry) {
        var link = new Anchor(entry.path(), Texts.get(entry.title()));
        link.setRouterIgnore(false);
        return link;
    }

    /** What is shown, for whoever wants to look at it. */
    public Popover panel() {
        return popover;
    }
}
