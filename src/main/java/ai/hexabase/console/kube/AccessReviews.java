package ai.hexabase.console.kube;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks the API server about the credentials themselves. */
final class AccessReviews {
    private static final AccessQuestion EVERYTHING = new AccessQuestion("*", "*", "*", null);

    private final ApiHttp http;

    AccessReviews(ApiHttp http) {
        this.http = http;
    }

    Identity whoAmI() {
        var answer = http.send(review("authentication.k8s.io", "SelfSubjectReview", "selfsubjectreviews", null));
        var user = answer.json().at("/status/userInfo");
        var groups = new ArrayList<String>();
        user.path("groups").forEach(group -> groups.add(group.asString("")));
        return new Identity(user.path("username").asString(""), groups);
    }

    /** Whoever may do everything is asked nothing else. */
    List<AccessAnswer> answer(List<AccessQuestion> questions) {
        var everything = answer(EVERYTHING);
        return everything.allowed()
                ? questions.stream()
                        .map(question -> new AccessAnswer(question, true, everything.reason()))
                        .toList()
                : SideBySide.map(questions, this::answer);
    }

    private AccessAnswer answer(AccessQuestion question) {
        var spec = JsonMapper.shared().createObjectNode();
        var attributes = spec.putObject("resourceAttributes");
        int slash = question.resource().indexOf('/');
        attributes.put("verb", question.verb());
        attributes.put("group", question.group());
        attributes.put(
                "resource",
                slash < 0 ? question.resource() : question.resource().substring(0, slash));
        if (slash >= 0) {
            attributes.put("subresource", question.resource().substring(slash + 1));
        }
        if (question.namespace() != null) {
            attributes.put("namespace", question.namespace());
        }
        var status = http.send(
                        review("authorization.k8s.io", "SelfSubjectAccessReview", "selfsubjectaccessreviews", spec))
                .json()
                .path("status");
        var reason = status.path("reason").asString("");
        return new AccessAnswer(question, status.path("allowed").asBoolean(false), reason.isEmpty() ? null : reason);
    }

    private static ApiRequest review(String group, String kind, String plural, @Nullable ObjectNode spec) {
        var body = JsonMapper.shared().createObjectNode();
        body.put("apiVersion", group + "/v1").put("kind", kind);
        if (spec != null) {
            body.set("spec", spec);
        }
        return ApiRequest.post("/apis/" + group + "/v1/" + plural, body.toString());
    }
}
