package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.common.Scope;
import ai.hexabase.console.common.ScopeNames.Kind;
import ai.hexabase.console.common.ScopeNames.Named;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a role holds for: everything, or what is chosen beside it. */
final class ScopeField extends Select<Boolean> {
    private final MultiSelectComboBox<Named> chosen = new MultiSelectComboBox<>();

    ScopeField(Scope scope, List<Named> names) {
        addClassName("hx-scope");
        setItems(false, true);
        setItemLabelGenerator(limited -> Texts.get(limited ? "identity.scope.limited" : "identity.scope.everything"));
        setAriaLabel(Texts.get("identity.rule.scope"));
        var known = Stream.concat(names.stream(), gone(scope, names)).toList();
        chosen.setItems(known);
        chosen.setItemLabelGenerator(ScopeField::label);
        chosen.setAriaLabel(Texts.get("identity.scope.chosen"));
        chosen.setPlaceholder(Texts.get("identity.scope.chosen"));
        chosen.setValue(known.stream()
                .filter(each -> ids(scope, each.kind()).contains(each.id()))
                .collect(Collectors.toSet()));
        addValueChangeListener(change -> chosen.setVisible(change.getValue()));
        setValue(scope.limited());
        chosen.setVisible(scope.limited());
    }

    /** What a role is limited to though it is no more stays, or the role would quietly hold for more. */
    private static Stream<Named> gone(Scope scope, List<Named> names) {
        return Stream.of(Kind.values())
                .flatMap(kind -> ids(scope, kind).stream()
                        .filter(id ->
                                names.stream().noneMatch(named -> named.id().equals(id)))
                        .map(id -> new Named(
                                kind,
                                id,
                                Texts.get("identity.scope.gone", id.toString().substring(0, 8)))));
    }

    private static Set<UUID> ids(Scope scope, Kind kind) {
        return switch (kind) {
            case INSTALLATION ->
                scope.installations().stream().map(InstallationId::value).collect(Collectors.toSet());
            case CLUSTER -> scope.clusters().stream().map(ClusterId::value).collect(Collectors.toSet());
        };
    }

    private static String label(Named named) {
        return Texts.get("identity.scope." + named.kind().name().toLowerCase(Locale.ROOT), named.name());
    }

    /** Where things are chosen; only to be seen when the role is limited. */
    MultiSelectComboBox<Named> chosen() {
        return chosen;
    }

    Scope scope() {
        return getValue()
                ? Scope.only(
                        chosen(Kind.INSTALLATION).map(InstallationId::new).collect(Collectors.toSet()),
                        chosen(Kind.CLUSTER).map(ClusterId::new).collect(Collectors.toSet()))
                : Scope.EVERYTHING;
    }

    private Stream<UUID> chosen(Kind kind) {
        return chosen.getValue().stream().filter(each -> each.kind() == kind).map(Named::id);
    }

    void check() {
        chosen.setErrorMessage(Texts.get("problem.identity-scope-empty.what"));
        chosen.setInvalid(scope().isEmpty());
    }
}
