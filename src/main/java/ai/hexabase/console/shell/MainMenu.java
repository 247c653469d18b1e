package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.Arrays;
import java.util.List;

/** The drawer: our mark and the screens that exist and that this person may open, by section. */
final class MainMenu extends Div {
    /** Sections by the order numbers of their screens. */
    private enum Section {
        WORK(0, "shell.menu.work", false),
        ESTATE(100, "shell.menu.estate", true),
        PROOF(200, "shell.menu.proof", true),
        FOOT(900, "shell.menu.foot", false);

        final double from;
        final String key;
        final boolean labelled;

        Section(double from, String key, boolean labelled) {
            this.from = from;
            this.key = key;
            this.labelled = labelled;
        }

        static Section of(MenuEntry entry) {
            var order = entry.order() == null ? 0 : entry.order();
            return Arrays.stream(values())
                    .filter(section -> section.from <= order)
                    .reduce((first, second) -> second)
                    .orElse(WORK);
        }
    }

    MainMenu() {
        addClassName("hx-nav");
        add(brand());
        var entries = MenuConfiguration.getMenuEntries();
        for (var section : Section.values()) {
            var own = entries.stream()
                    .filter(entry -> Section.of(entry) == section)
                    .toList();
            if (!own.isEmpty()) {
                add(nav(section, own));
            }
        }
    }

    /** Our mark, which leads home. */
    static Anchor brand() {
        var mark = new Span();
        mark.addClassName("hx-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var brand = new Anchor("", mark, new Span("Hexabase Console"));
        brand.setRouterIgnore(false);
        brand.addClassName("hx-brand");
        return brand;
    }

    private static SideNav nav(Section section, List<MenuEntry> entries) {
        var nav = new SideNav();
        var name = Texts.get(section.key);
        if (section.labelled) {
            nav.setLabel(name);
        } else {
            nav.getElement().setAttribute("aria-label", name);
        }
        nav.setClassName("hx-foot", section == Section.FOOT);
        entries.forEach(entry -> nav.addItem(item(entry)));
        return nav;
    }

    private static SideNavItem item(MenuEntry entry) {
        var title = Texts.get(entry.title());
        var item = new SideNavItem(title, entry.path());
        item.setMatchNested(entry.path().length() > 1);
        var icon = entry.icon();
        if (icon != null) {
            item.setPrefixComponent(Icons.valueOf(icon).create());
        }
        item.setTooltipText(title).withPosition(Tooltip.TooltipPosition.END);
        return item;
    }
}
