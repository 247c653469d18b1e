package ai.hexabase.console.installation.ui;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.installation.ThreeWay;
import ai.hexabase.console.installation.ThreeWay.Line;
import ai.hexabase.console.installation.ThreeWay.Merged;
import ai.hexabase.console.installation.ThreeWay.Side;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What a draft, the revision it began at, and the newest revision say; what both changed is chosen one by one. */
final class ThreeWayDialog extends Dialog {
    private final transient ThreeWay threeWay;
    private final transient Clusters clusters;
    private final transient Map<Line, Side> chosen = new HashMap<>();
    private final Button merge;
    private final Span open = new Span();

    /** @param take takes what comes out of it */
    ThreeWayDialog(ThreeWay threeWay, Clusters clusters, Consumer<Merged> take) {
        this.threeWay = threeWay;
        this.clusters = clusters;
        var theirs = threeWay.theirs();
        setHeaderTitle(Texts.get("threeWay.title", theirs.createdBy(), theirs.number()));
        addClassName("hx-confirmation");
        setWidth("960px");
        merge = Layouts.primary(Texts.get("threeWay.merge", theirs.number()), () -> {
            close();
            take.accept(threeWay.merged(chosen));
        });
        open.addClassName("hx-remark");
        var content = new Div(
                new Paragraph(Texts.get("threeWay.words", threeWay.base().number(), theirs.number())), table());
        content.addClassName("hx-dialog-column");
        add(content);
        getFooter().add(open, Layouts.plain(Texts.get("uikit.cancel"), this::close), merge);
        refresh();
    }

    private Component table() {
        var lines = threeWay.lines();
        var table = new ValuesTable(List.of(
                Texts.get("installation.profile.setting"),
                Texts.get("installation.revision.number", threeWay.base().number()),
                Texts.get(
                        "threeWay.theirs",
                        threeWay.theirs().number(),
                        threeWay.theirs().createdBy()),
                Texts.get("threeWay.mine"),
                Texts.get("threeWay.taken")));
        table.addClassName("hx-three-way");
        lines.stream().filter(Line::isContested).forEach(line -> add(table, line));
        lines.stream().filter(line -> !line.isContested()).forEach(line -> add(table, line));
        return table;
    }

    private void add(ValuesTable table, Line line) {
        table.row(
                label(line),
                List.of(value(line, line.base()), value(line, line.theirs()), value(line, line.mine())),
                line.isContested() ? choice(line) : new Span(Texts.get(takenKey(line))));
    }

    private static String takenKey(Line line) {
        if (line.theirs().equals(line.mine())) {
            return "threeWay.same";
        }
        return line.side() == Side.MINE ? "threeWay.side.mine" : "threeWay.side.theirs";
    }

    private RadioButtonGroup<Side> choice(Line line) {
        var choice = new RadioButtonGroup<Side>();
        choice.setItems(Side.values());
        choice.setItemLabelGenerator(
                side -> Texts.get(side == Side.MINE ? "threeWay.side.mine" : "threeWay.side.theirs"));
        choice.getElement().setAttribute("aria-label", Texts.get("threeWay.choose", label(line)));
        choice.addValueChangeListener(change -> {
            chosen.put(line, change.getValue());
            refresh();
        });
        return choice;
    }

    private void refresh() {
        var left = threeWay.lines().stream()
                .filter(line -> line.isContested() && !chosen.containsKey(line))
                .count();
        merge.setEnabled(left == 0);
        open.setText(left == 0 ? "" : Texts.get("threeWay.open", left));
    }

    private static String label(Line line) {
        var setting = line.setting();
        return switch (line.about()) {
            case CLUSTER -> Texts.get("installation.column.cluster");
            case PROFILE -> Texts.get("installation.column.profile");
            case SETTING -> setting == null ? "" : SettingWords.label(setting);
        };
    }

    private String value(Line line, String text) {
        var setting = line.setting();
        return switch (line.about()) {
            case CLUSTER -> ClusterWords.name(clusters, new ClusterId(UUID.fromString(text)));
            case PROFILE -> text;
            case SETTING -> setting == null ? "" : value(setting, line, text);
        };
    }

    /** Of passwords it is only known that they were entered, so another one must say so. */
    private static String value(Setting setting, Line line, String text) {
        return setting == Setting.DATABASE_PASSWORD && !text.isEmpty() && !text.equals(line.base())
                ? Texts.get("revision.compare.password")
                : SettingWords.value(setting, text);
    }
}
