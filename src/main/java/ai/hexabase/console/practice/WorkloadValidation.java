package ai.hexabase.console.practice;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a Deployment, a set or a Job. */
record WorkloadValidation(ObjectNode object, @Nullable ObjectNode live, Mistakes mistakes) {
    void check() {
        mistakes.atLeast(0, "spec.replicas", object, "/spec/replicas");
        mistakes.atLeast(0, "spec.revisionHistoryLimit", object, "/spec/revisionHistoryLimit");
        mistakes.atLeast(0, "spec.minReadySeconds", object, "/spec/minReadySeconds");
        selector();
        rollingUpdate();
        PodValidation.check(object.at("/spec/template/spec"), "spec.template.spec", mistakes);
    }

    void checkJob() {
        mistakes.atLeast(0, "spec.backoffLimit", object, "/spec/backoffLimit");
        mistakes.atLeast(0, "spec.parallelism", object, "/spec/parallelism");
        mistakes.atLeast(0, "spec.completions", object, "/spec/completions");
        PodValidation.check(object.at("/spec/template/spec"), "spec.template.spec", mistakes);
        var policy = Trees.text(object, "/spec/template/spec/restartPolicy");
        if (!policy.equals("OnFailure") && !policy.equals("Never")) {
            mistakes.add("spec.template.spec.restartPolicy", "Required value: valid values: \"OnFailure\", \"Never\"");
        }
        if (live != null && !live.at("/spec/template").equals(object.at("/spec/template"))) {
            mistakes.invalid("spec.template", shown(object.at("/spec/template")), "field is immutable");
        }
    }

    private void selector() {
        var selector = object.at("/spec/selector");
        if (selector.isMissingNode() || selector.isEmpty()) {
            mistakes.add("spec.selector", "Required value");
            return;
        }
        var labels = Trees.texts(object.at("/spec/template/metadata/labels"));
        if (!LabelSelector.of(selector).matches(labels)) {
            mistakes.invalid(
                    "spec.template.metadata.labels",
                    shown(object.at("/spec/template/metadata/labels")),
                    "`selector` does not match template `labels`");
        }
        if (live != null && !live.at("/spec/selector").equals(selector)) {
            mistakes.invalid("spec.selector", shown(selector), "field is immutable");
        }
    }

    private void rollingUpdate() {
        var update = object.at("/spec/strategy/rollingUpdate");
        if (isZero(update.path("maxSurge")) && isZero(update.path("maxUnavailable"))) {
            mistakes.invalid("spec.strategy.rollingUpdate.maxUnavailable", 0, "may not be 0 when `maxSurge` is 0");
        }
    }

    private static boolean isZero(JsonNode count) {
        var text = count.asString("");
        return text.equals("0") || text.equals("0%");
    }

    private static JsonNode shown(JsonNode node) {
        return node;
    }
}
