package ai.hexabase.console.cluster;

import ai.hexabase.console.kube.AccessAnswer;
import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.ResourceKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What the console must be allowed to do in a cluster: to show it, and to install there. */
public final class NeededPermissions {
    private static final List<String> READ = List.of("get", "list", "watch");
    /** Watched too: what somebody else changes is found within seconds. */
    private static final List<String> CHANGE = List.of("get", "list", "watch", "create", "patch", "delete");

    private static final List<ResourceKind> READ_KINDS = List.of(
            ResourceKind.NODE,
            ResourceKind.POD,
            ResourceKind.EVENT,
            ResourceKind.REPLICA_SET,
            ResourceKind.PERSISTENT_VOLUME_CLAIM);
    private static final List<ResourceKind> LISTED_KINDS =
            List.of(ResourceKind.STORAGE_CLASS, ResourceKind.CUSTOM_RESOURCE_DEFINITION);
    private static final List<ResourceKind> CHANGED_KINDS = List.of(
            ResourceKind.NAMESPACE,
            ResourceKind.SERVICE_ACCOUNT,
            ResourceKind.ROLE,
            ResourceKind.ROLE_BINDING,
            ResourceKind.SECRET,
            ResourceKind.CONFIG_MAP,
            ResourceKind.LIMIT_RANGE,
            ResourceKind.RESOURCE_QUOTA,
            ResourceKind.SERVICE,
            ResourceKind.DEPLOYMENT,
            ResourceKind.POD_DISRUPTION_BUDGET,
            ResourceKind.JOB,
            ResourceKind.DATABASE_CLUSTER);

    private NeededPermissions() {}

    /** All of it, as questions for the API server. */
    public static List<AccessQuestion> questions() {
        var questions = new ArrayList<AccessQuestion>();
        READ_KINDS.forEach(kind -> ask(questions, READ, kind));
        questions.add(new AccessQuestion("get", "", "pods/log", null));
        LISTED_KINDS.forEach(kind -> ask(questions, List.of("get", "list"), kind));
        CHANGED_KINDS.forEach(kind -> ask(questions, CHANGE, kind));
        questions.add(new AccessQuestion("create", "", "pods", null));
        return List.copyOf(questions);
    }

    private static void ask(List<AccessQuestion> questions, List<String> verbs, ResourceKind kind) {
        verbs.forEach(verb -> questions.add(AccessQuestion.of(verb, kind, null)));
    }

    static List<AccessQuestion> missing(List<AccessAnswer> answers) {
        return answers.stream()
                .filter(answer -> !answer.allowed())
                .map(AccessAnswer::question)
                .toList();
    }

    /** The resource as RBAC names it, such as {@code deployments.apps} or {@code pods/log}. */
    public static String resource(AccessQuestion question) {
        return question.group().isEmpty() ? question.resource() : question.resource() + "." + question.group();
    }

    /** YAML of a ClusterRole that grants exactly these, to be bound to the console's user. */
    public static String clusterRole(List<AccessQuestion> missing) {
        var rules = new LinkedHashMap<String, List<String>>();
        missing.forEach(question -> rules.computeIfAbsent(
                        "  - apiGroups: [\"%s\"]\n    resources: [\"%s\"]"
                                .formatted(question.group(), question.resource()),
                        key -> new ArrayList<>())
                .add(question.verb()));
        var yaml = new StringBuilder("""
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata:
                  name: hexabase-console
                rules:
                """);
        rules.forEach((rule, verbs) -> yaml.append(rule)
                .append("\n    verbs: [")
                .append(String.join(", ", verbs))
                .append("]\n"));
        return yaml.toString();
    }
}
