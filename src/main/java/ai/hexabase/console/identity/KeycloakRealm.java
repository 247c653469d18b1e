package ai.hexabase.console.identity;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares a realm with what the console needs there, and brings it about. */
final class KeycloakRealm {
    private final KeycloakClient keycloak;
    private final KeycloakWish wish;

    KeycloakRealm(KeycloakClient keycloak, KeycloakWish wish) {
        this.keycloak = keycloak;
        this.wish = wish;
    }

    List<KeycloakChange> plan() {
        var changes = new ArrayList<KeycloakChange>();
        var found = client();
        changes.add(new KeycloakChange(
                "client " + wish.clientId(),
                found.map(client -> lines(shown(client))).orElse(""),
                lines(shown(wanted(found.orElse(Map.of()))))));
        var roles = found.map(this::roles).orElse(Set.of());
        wish.roles()
                .forEach(role ->
                        changes.add(new KeycloakChange("client role " + role, roles.contains(role) ? role : "", role)));
        var mappers = found.map(KeycloakRealm::mappers).orElse(Map.of());
        wish.mappers()
                .forEach((name, mapper) -> changes.add(new KeycloakChange(
                        "protocol mapper " + name,
                        Optional.ofNullable(mappers.get(name))
                                .map(now -> lines(like(now, mapper)))
                                .orElse(""),
                        lines(flat(mapper)))));
        holder().ifPresent(holder -> changes.add(given(holder, found)));
        return List.copyOf(changes);
    }

    private Optional<RoleHolder> holder() {
        return Optional.ofNullable(wish.administrator()).map(name -> RoleHolder.find(keycloak, name));
    }

    private KeycloakChange given(RoleHolder holder, Optional<Map<String, Object>> client) {
        var role = KeycloakWish.administratorsRole();
        var before =
                client.filter(known -> holder.has(keycloak, id(known), role)).isPresent() ? role : "";
        return new KeycloakChange("client roles of " + holder.words(), before, role);
    }

    String apply() {
        var before = client();
        if (before.isEmpty()) {
            keycloak.create(wanted(Map.of()), "/clients");
        } else {
            keycloak.replace(wanted(before.get()), "/clients/{id}", id(before.get()));
        }
        var client = client().orElseThrow(() -> new ProblemException(Problem.of("keycloak-refused", wish.clientId())));
        var known = roles(client);
        wish.roles().stream()
                .filter(role -> !known.contains(role))
                .forEach(role -> keycloak.create(Map.of("name", role), "/clients/{id}/roles", id(client)));
        wish.mappers().forEach((name, mapper) -> apply(client, name, mapper));
        holder().filter(holder -> !given(holder, Optional.of(client)).isNothing())
                .ifPresent(holder -> holder.give(keycloak, id(client), KeycloakWish.administratorsRole()));
        return keycloak.find("/clients/{id}/client-secret", id(client))
                .map(secret -> String.valueOf(secret.get("value")))
                .orElse("");
    }

    private void apply(Map<String, Object> client, String name, Map<String, Object> mapper) {
        var whole = new LinkedHashMap<>(mapper);
        whole.put("name", name);
        var now = mappers(client).get(name);
        if (now == null) {
            keycloak.create(whole, "/clients/{id}/protocol-mappers/models", id(client));
        } else if (!flat(mapper).equals(like(now, mapper))) {
            whole.put("id", id(now));
            keycloak.replace(whole, "/clients/{id}/protocol-mappers/models/{mapper}", id(client), id(now));
        }
    }

    private Optional<Map<String, Object>> client() {
        return keycloak.list("/clients?clientId={id}", wish.clientId()).stream().findFirst();
    }

    private Set<String> roles(Map<String, Object> client) {
        return keycloak.list("/clients/{id}/roles", id(client)).stream()
                .map(role -> String.valueOf(role.get("name")))
                .collect(Collectors.toSet());
    }

    /** The client as it should be: what is not the console's business stays, other addresses are kept beside its own. */
    private Map<String, Object> wanted(Map<String, Object> now) {
        var client = new LinkedHashMap<>(now);
        client.putAll(wish.client());
        var redirects =
                new LinkedHashSet<Object>(now.get("redirectUris") instanceof Collection<?> all ? all : List.of());
        redirects.add(wish.redirect());
        client.put("redirectUris", List.copyOf(redirects));
        var attributes =
                new LinkedHashMap<Object, Object>(now.get("attributes") instanceof Map<?, ?> all ? all : Map.of());
        attributes.putAll(wish.attributes());
        client.put("attributes", attributes);
        client.remove("protocolMappers");
        return client;
    }

    /** What the console looks at of a client. */
    private Map<String, Object> shown(Map<String, Object> client) {
        var shown = new TreeMap<String, Object>();
        wish.client().keySet().forEach(key -> shown.put(key, String.valueOf(client.get(key))));
        shown.put("redirectUris", String.valueOf(client.get("redirectUris")));
        if (client.get("attributes") instanceof Map<?, ?> attributes) {
            wish.attributes().keySet().forEach(key -> shown.put(key, String.valueOf(attributes.get(key))));
        }
        return shown;
    }

    private static Map<String, Map<String, Object>> mappers(Map<String, Object> client) {
        var found = new LinkedHashMap<String, Map<String, Object>>();
        if (client.get("protocolMappers") instanceof Collection<?> mappers) {
            mappers.stream()
                    .filter(Map.class::isInstance)
                    .map(KeycloakRealm::object)
                    .forEach(mapper -> found.put(String.valueOf(mapper.get("name")), mapper));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    /** The values of the mapper that the console looks at. */
    private static Map<String, Object> like(Map<String, Object> now, Map<String, Object> wanted) {
        var all = flat(now);
        var looked = new TreeMap<String, Object>();
        flat(wanted).keySet().forEach(key -> looked.put(key, String.valueOf(all.get(key))));
        return looked;
    }

    private static Map<String, Object> flat(Map<String, Object> mapper) {
        var values = new TreeMap<String, Object>();
        mapper.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                inner.forEach((name, each) -> values.put(String.valueOf(name), String.valueOf(each)));
            } else {
                values.put(key, String.valueOf(value));
            }
        });
        return values;
    }

    private static String lines(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String id(Map<String, Object> object) {
        return String.valueOf(object.get("id"));
    }
}
