package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.formlayout.FormLayout.FormItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Ready-made settings for stock components, so that each looks the same everywhere. */
public final class Layouts {
    private Layouts() {}

    /** Rows of 34 px for comparing (36 in Japanese). */
    public static <T, G extends Grid<T>> G dense(G grid) {
        grid.addClassName("hx-dense");
        grid.addThemeVariants(GridVariant.NO_BORDER);
        return grid;
    }

    /** A dense table of few rows that are only read: all of them stand there, none is chosen. */
    public static <T, G extends Grid<T>> G whole(G grid) {
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return dense(grid);
    }

    /** Rows of 30 px, for pods. */
    public static <T, G extends Grid<T>> G compact(G grid) {
        dense(grid).addClassName("hx-compact");
        return grid;
    }

    /** Labels of 188 px at the side while there is room, else on top. */
    public static FormLayout form() {
        var form = new FormLayout();
        form.addClassName("hx-form");
        form.setAutoResponsive(true);
        form.setMaxColumns(1);
        form.setExpandColumns(true);
        form.setLabelsAside(true);
        form.setLabelWidth("188px");
        form.setLabelSpacing("18px");
        form.setRowSpacing("13px");
        form.setColumnWidth("380px");
        return form;
    }

    /** A remark beside a field as wide as its value; in the label's slot, since a form item holds one field only. */
    public static Span remark(FormItem item, Component... parts) {
        var remark = new Span(parts);
        remark.addClassName("hx-changed-note");
        remark.getElement().setAttribute("slot", "label");
        item.getElement().appendChild(remark.getElement());
        return remark;
    }

    public static Div row(Component... parts) {
        return classed("hx-row", parts);
    }

    public static Div column(Component... parts) {
        return classed("hx-col", parts);
    }

    /** Main column and a side column of 284 px; one column below 1100 px. */
    public static Div besides(Component main, Component side) {
        return classed("hx-besides", main, side);
    }

    public static Button primary(String text, Runnable action) {
        var button = plain(text, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    public static Button plain(String text, Runnable action) {
        return new Button(text, click -> action.run());
    }

    public static Button small(String text, Runnable action) {
        var button = plain(text, action);
        button.addClassName("hx-small");
        return button;
    }

    /** Looks like a link, acts like a button. */
    public static Button link(String text, Runnable action) {
        var button = plain(text, action);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("hx-link");
        return button;
    }

    /** The name of something, leading to its own page. */
    public static Anchor nameLink(String path, String name) {
        var link = new Anchor(path, name);
        link.setRouterIgnore(false);
        link.addClassName("hx-name");
        return link;
    }

    public static Button danger(String text, Runnable action) {
        var button = plain(text, action);
        button.addThemeVariants(ButtonVariant.ERROR);
        return button;
    }

    private static Div classed(String className, Component... parts) {
        var div = new Div(parts);
        div.addClassName(className);
        return div;
    }
}
