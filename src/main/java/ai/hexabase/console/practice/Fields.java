package ai.hexabase.console.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A set of fields of an object, as {@code managedFields} writes it (FieldsV1): {@code f:} a name, {@code k:} the keys of
 * a list element, {@code v:} the element itself, {@code .} the place itself.
 */
final class Fields {
    private final TreeMap<String, Fields> children = new TreeMap<>();
    private boolean member;

    static Fields none() {
        return new Fields();
    }

    static Fields self() {
        var self = new Fields();
        self.member = true;
        return self;
    }

    static Fields parse(JsonNode json) {
        var fields = new Fields();
        fields.member = json.isEmpty() || json.has(".");
        json.properties().forEach(entry -> {
            if (!entry.getKey().equals(".")) {
                fields.children.put(entry.getKey(), parse(entry.getValue()));
            }
        });
        return fields;
    }

    ObjectNode json() {
        var json = Trees.object();
        if (member && !children.isEmpty()) {
            json.putObject(".");
        }
        children.forEach((name, child) -> json.set(name, child.json()));
        return json;
    }

    Fields with(String name, Fields child) {
        if (!child.isEmpty()) {
            children.put(name, child);
        }
        return this;
    }

    boolean isMember() {
        return member;
    }

    boolean isEmpty() {
        return !member && children.isEmpty();
    }

    @Nullable
    Fields child(String name) {
        return children.get(name);
    }

    void forEachChild(BiConsumer<String, Fields> action) {
        children.forEach(action);
    }

    Fields or(@Nullable Fields other) {
        var sum = new Fields();
        sum.member = member || (other != null && other.member);
        children.forEach((name, child) -> sum.with(name, child.or(other == null ? null : other.child(name))));
        if (other != null) {
            other.children.forEach((name, child) -> sum.children.putIfAbsent(name, child));
        }
        return sum;
    }

    Fields minus(@Nullable Fields other) {
        if (other == null) {
            return this;
        }
        var rest = new Fields();
        rest.member = member && !other.member;
        children.forEach((name, child) -> rest.with(name, child.minus(other.child(name))));
        return rest;
    }

    /** Without everything at or below the members of {@code gone}. */
    Fields without(@Nullable Fields gone) {
        if (gone == null) {
            return this;
        }
        var rest = new Fields();
        if (gone.member) {
            return rest;
        }
        rest.member = member;
        children.forEach((name, child) -> rest.with(name, child.without(gone.child(name))));
        return rest;
    }

    Fields and(@Nullable Fields other) {
        var both = new Fields();
        if (other == null) {
            return both;
        }
        both.member = member && other.member;
        children.forEach((name, child) -> both.with(name, child.and(other.child(name))));
        return both;
    }

    /** The members in the API server's notation, such as {@code .spec.containers[name="main"].image}. */
    List<String> paths() {
        var paths = new ArrayList<String>();
        collect("", paths);
        return paths;
    }

    private void collect(String path, List<String> paths) {
        if (member) {
            paths.add(path);
        }
        children.forEach((name, child) -> child.collect(path + notation(name), paths));
    }

    private static String notation(String name) {
        var rest = name.substring(2);
        return switch (name.charAt(0)) {
            case 'k' -> "[" + keys(Trees.JSON.readTree(rest)) + "]";
            case 'v' -> "[=" + rest + "]";
            default -> "." + rest;
        };
    }

    private static String keys(JsonNode keys) {
        return String.join(
                ",",
                keys.properties().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields fields && fields.member == member && fields.children.equals(children);
    }

    @Override
    public int hashCode() {
        return children.hashCode() * 31 + Boolean.hashCode(member);
    }
}
