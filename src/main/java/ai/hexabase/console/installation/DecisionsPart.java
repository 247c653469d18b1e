package ai.hexabase.console.installation;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The part {@code ownership} of a settings file: who owns which contested field. */
final class DecisionsPart {
    private static final String PART = "ownership";

    private DecisionsPart() {}

    static void write(ObjectNode file, List<TakenDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        var part = file.putArray(PART);
        for (var taken : decisions) {
            var object = taken.claim().object();
            var item = part.addObject();
            item.put("apiVersion", object.kind().apiVersion())
                    .put("kind", object.kind().kind())
                    .put("name", object.name());
            if (object.namespace() != null) {
                item.put("namespace", object.namespace());
            }
            item.put("field", taken.claim().field())
                    .put("manager", taken.claim().manager())
                    .put("decision", taken.decision().name());
        }
    }

    static List<FieldDecision> read(JsonNode file) {
        var decisions = new ArrayList<FieldDecision>();
        var part = file.path(PART);
        if (!part.isMissingNode() && !part.isArray()) {
            throw refused(1);
        }
        for (var item : part) {
            decisions.add(decision(item, decisions.size() + 1));
        }
        return decisions;
    }

    private static FieldDecision decision(JsonNode item, int place) {
        try {
            var kind = ResourceKind.of(text(item, "apiVersion"), text(item, "kind"));
            var namespace = kind.namespaced() ? text(item, "namespace") : null;
            var claim = new FieldClaim(
                    new ObjectRef(kind, namespace, text(item, "name")), text(item, "field"), text(item, "manager"));
            return new FieldDecision(claim, Decision.valueOf(text(item, "decision")));
        } catch (IllegalArgumentException unknown) {
            throw refused(place);
        }
    }

    private static String text(JsonNode item, String name) {
        var text = item.path(name).asString("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(name);
        }
        return text;
    }

    private static ProblemException refused(int place) {
        return new ProblemException(Problem.of("settings-file-ownership", place));
    }
}
