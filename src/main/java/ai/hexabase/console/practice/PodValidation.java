package ai.hexabase.console.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What is wrong with a pod's spec. */
record PodValidation(JsonNode spec, String field, Mistakes mistakes) {
    static void check(JsonNode spec, String field, Mistakes mistakes) {
        new PodValidation(spec, field, mistakes).check();
    }

    private void check() {
        if (spec.path("containers").isEmpty()) {
            mistakes.add(field + ".containers", "Required value");
        }
        mistakes.oneOf(
                List.of("Always", "OnFailure", "Never"), field + ".restartPolicy", Trees.text(spec, "/restartPolicy"));
        var volumes = Trees.each(spec.path("volumes"))
                .map(volume -> Trees.text(volume, "/name"))
                .collect(Collectors.toSet());
        var names = new HashSet<String>();
        for (var list : List.of("initContainers", "containers")) {
            for (int i = 0; i < spec.path(list).size(); i++) {
                container(spec.path(list).get(i), field + "." + list + "[" + i + "]", names, volumes);
            }
        }
    }

    private void container(JsonNode container, String place, Set<String> names, Set<String> volumes) {
        mistakes.required(place + ".name", container, "/name");
        mistakes.required(place + ".image", container, "/image");
        var name = Trees.text(container, "/name");
        if (!name.isEmpty()) {
            mistakes.label(place + ".name", name);
            if (!names.add(name)) {
                mistakes.add(place + ".name", "Duplicate value: \"" + name + "\"");
            }
        }
        mistakes.oneOf(
                List.of("Always", "IfNotPresent", "Never"),
                place + ".imagePullPolicy",
                Trees.text(container, "/imagePullPolicy"));
        resources(container.path("resources"), place + ".resources");
        ports(container.path("ports"), place);
        mounts(container.path("volumeMounts"), place, volumes);
    }

    private void ports(JsonNode ports, String place) {
        for (int i = 0; i < ports.size(); i++) {
            mistakes.required(place + ".ports[" + i + "].containerPort", ports.get(i), "/containerPort");
            mistakes.port(
                    place + ".ports[" + i + "].containerPort", ports.get(i).path("containerPort"));
        }
    }

    private void mounts(JsonNode mounts, String place, Set<String> volumes) {
        for (int i = 0; i < mounts.size(); i++) {
            var at = place + ".volumeMounts[" + i + "]";
            mistakes.required(at + ".mountPath", mounts.get(i), "/mountPath");
            var name = Trees.text(mounts.get(i), "/name");
            if (!volumes.contains(name)) {
                mistakes.add(at + ".name", "Not found: \"" + name + "\"");
            }
        }
    }

    private void resources(JsonNode resources, String place) {
        for (var section : List.of("limits", "requests")) {
            resources
                    .path(section)
                    .properties()
                    .forEach(entry -> mistakes.quantity(
                            place + "." + section + "[" + entry.getKey() + "]",
                            entry.getValue().asString("")));
        }
        resources.path("requests").properties().forEach(entry -> {
            var limit = resources.at("/limits").path(entry.getKey());
            var request = entry.getValue().asString("");
            if (!limit.isMissingNode() && moreThan(request, limit.asString(""))) {
                mistakes.invalid(
                        place + ".requests",
                        request,
                        "must be less than or equal to " + entry.getKey() + " limit of " + limit.asString(""));
            }
        });
    }

    private static boolean moreThan(String request, String limit) {
        try {
            return Amounts.of(request).compareTo(Amounts.of(limit)) > 0;
        } catch (IllegalArgumentException noQuantity) {
            return false;
        }
    }
}
