package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.common.ScopeNames;
import ai.hexabase.console.identity.RoleRule;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.Layouts;
import ai.hexabase.console.uikit.RoleWords;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which group may do what, and to what: a line for each, as many as wanted. */
final class RoleRulesField extends Div {
    private final List<Line> lines = new ArrayList<>();
    private final Div table = new Div();
    private List<ScopeNames.Named> names = List.of();

    RoleRulesField() {
        addClassName("hx-role-rules");
        table.addClassName("hx-role-rules-table");
        heading();
        add(table, Layouts.small(Texts.get("identity.rule.add"), () -> add(new RoleRule("", Role.VIEWER))));
    }

    private void heading() {
        for (var key : List.of("identity.rule.group", "identity.rule.role", "identity.rule.scope")) {
            var head = new Span(Texts.get(key));
            head.addClassName("hx-muted");
            table.add(head);
        }
        table.add(new Span());
    }

    /** What roles can be limited to. */
    void names(List<ScopeNames.Named> all) {
        var shown = rules();
        names = all;
        with(shown);
    }

    RoleRulesField with(List<RoleRule> rules) {
        List.copyOf(lines).forEach(this::remove);
        rules.forEach(this::add);
        return this;
    }

    List<RoleRule> rules() {
        return lines.stream()
                .map(Line::rule)
                .filter(rule -> !rule.value().isBlank())
                .distinct()
                .toList();
    }

    /** Marks lines that are limited to nothing. */
    void check() {
        lines.forEach(line -> line.scope.check());
    }

    private void add(RoleRule rule) {
        var line = new Line(rule);
        lines.add(line);
        table.add(line.parts());
    }

    private void remove(Line line) {
        lines.remove(line);
        table.remove(line.parts());
    }

    /** One group and its role. */
    private final class Line {
        private final TextField group = new TextField();
        private final Select<Role> role = new Select<>();
        private final ScopeField scope;
        private final Span may = new Span();
        private final Button remove = new Button(Icons.TRASH.create());
        private final Div below;

        Line(RoleRule rule) {
            group.setValue(rule.value());
            group.setMaxLength(200);
            group.addClassName("hx-mono-field");
            group.setAriaLabel(Texts.get("identity.rule.group"));
            role.setItems(Role.values());
            role.setItemLabelGenerator(RoleWords::of);
            role.setAriaLabel(Texts.get("identity.rule.role"));
            role.addValueChangeListener(change -> may.setText(Texts.get("identity.may." + key(change.getValue()))));
            role.setValue(rule.role());
            scope = new ScopeField(rule.scope(), names);
            may.addClassName("hx-muted");
            may.setText(Texts.get("identity.may." + key(rule.role())));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.addClassName("hx-icon-button");
            remove.setAriaLabel(Texts.get("identity.rule.remove"));
            remove.addClickListener(click -> RoleRulesField.this.remove(this));
            below = new Div(may, scope.chosen());
            below.addClassName("hx-role-rule-more");
        }

        Component[] parts() {
            return new Component[] {group, role, scope, remove, below};
        }

        RoleRule rule() {
            return new RoleRule(group.getValue().strip(), role.getValue(), scope.scope());
        }

        private static String key(Role role) {
            return role.name().toLowerCase(Locale.ROOT);
        }
    }
}
