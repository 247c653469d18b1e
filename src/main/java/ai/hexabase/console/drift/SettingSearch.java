package ai.hexabase.console.drift;

import ai.hexabase.console.drift.Acceptance.Option;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.profile.Quantity;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingChange;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.profile.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds settings that give a field a certain value: tries texts that could do it and renders; only what the rendering
 * shows counts, nothing is known beforehand about which setting decides what.
 */
final class SettingSearch {
    private final Settings base;
    private final Function<Settings, List<KubeObject>> render;
    private final Profiles profiles;
    private final List<KubeObject> rendered;

    /** @param base valid settings */
    SettingSearch(Settings base, Function<Settings, List<KubeObject>> render, Profiles profiles) {
        this.base = base;
        this.render = render;
        this.profiles = profiles;
        this.rendered = render.apply(base);
    }

    /** Whether the base itself gives this value. */
    boolean has(ObjectRef object, FieldPath field, JsonNode value) {
        return find(rendered, object)
                .filter(found -> same(field.in(found.at("")), value))
                .isPresent();
    }

    List<Option> options(ObjectRef object, FieldPath field, JsonNode value) {
        var options = new ArrayList<Option>();
        for (var setting : profiles.applying(base)) {
            if (!setting.isKeptHere()) {
                option(setting, object, field, value).ifPresent(options::add);
            }
        }
        return options;
    }

    private Optional<Option> option(Setting setting, ObjectRef object, FieldPath field, JsonNode value) {
        var now = value(rendered, object, field);
        var texts = new Candidates(setting, base.text(setting), now, value)
                .texts(text -> value(rendered(setting, text), object, field));
        return texts.stream()
                .filter(text -> !text.equals(base.text(setting)))
                .filter(text -> same(value(rendered(setting, text), object, field), value))
                .findFirst()
                .map(text -> option(setting, text, object, field));
    }

    private Option option(Setting setting, String text, ObjectRef object, FieldPath field) {
        var problem = profiles.validate(base.with(setting, text)).stream()
                .findFirst()
                .map(SettingProblem::problem)
                .orElse(null);
        return new Option(
                new SettingChange(setting, base.text(setting), text),
                alsoChanges(rendered(setting, text), object, field),
                problem);
    }

    /** Everything else that would be another; an object whose name follows its content is told by its kind alone. */
    private List<String> alsoChanges(List<KubeObject> changed, ObjectRef object, FieldPath field) {
        var also = new ArrayList<String>();
        for (var before : rendered) {
            var after = counterpart(changed, before.ref()).orElse(null);
            if (after == null) {
                also.add(before.ref().toString());
                continue;
            }
            FieldDifferences.between(after.at(""), before.at(""), new ManagedFields(MissingNode.getInstance())).stream()
                    .filter(difference ->
                            !(before.ref().equals(object) && difference.path().equals(field)))
                    .forEach(difference -> also.add(before.ref() + " " + difference.path()));
        }
        return also;
    }

    /** Settings that break a rule may not be renderable at all; then they are no answer. */
    private List<KubeObject> rendered(Setting setting, String text) {
        try {
            return render.apply(base.with(setting, text));
        } catch (IllegalArgumentException | ArithmeticException unusable) {
            return List.of();
        }
    }

    private JsonNode value(List<KubeObject> objects, ObjectRef object, FieldPath field) {
        return counterpart(objects, object).map(found -> field.in(found.at(""))).orElse(MissingNode.getInstance());
    }

    /** The same object; or the one that took its place, when names follow contents. */
    private Optional<KubeObject> counterpart(List<KubeObject> objects, ObjectRef object) {
        var same = find(objects, object);
        return same.isPresent()
                ? same
                : objects.stream()
                        .filter(other -> other.kind().equals(object.kind()))
                        .filter(other -> find(rendered, other.ref()).isEmpty())
                        .findFirst();
    }

    private static Optional<KubeObject> find(List<KubeObject> objects, ObjectRef object) {
        return objects.stream().filter(each -> each.ref().equals(object)).findFirst();
    }

    /** Equal, or the same amount in other units. */
    static boolean same(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return true;
        }
        if (!one.isValueNode() || !other.isValueNode()) {
            return false;
        }
        var first = Quantity.parse(one.asString(""));
        var second = Quantity.parse(other.asString(""));
        return one.asString("").equals(other.asString(""))
                || first.isPresent()
                        && second.isPresent()
                        && first.get().amount().compareTo(second.get().amount()) == 0;
    }
}
