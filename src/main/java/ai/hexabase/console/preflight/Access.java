package ai.hexabase.console.preflight;

import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every question about permissions that a plan raises, each once. */
final class Access {
    private Access() {}

    static List<AccessQuestion> questions(Wanted wanted) {
        var questions = new LinkedHashSet<AccessQuestion>();
        for (var object : wanted.objects()) {
            for (var verb : List.of("get", "list", "create", "patch")) {
                questions.add(AccessQuestion.of(verb, object.kind(), object.namespace()));
            }
        }
        wanted.deletions().forEach(ref -> questions.add(AccessQuestion.of("delete", ref.kind(), ref.namespace())));
        for (var namespace : namespaces(wanted.objects())) {
            watching(namespace, questions);
        }
        questions.add(AccessQuestion.of("list", ResourceKind.NODE, null));
        questions.add(AccessQuestion.of("list", ResourceKind.STORAGE_CLASS, null));
        return List.copyOf(questions);
    }

    private static void watching(String namespace, Set<AccessQuestion> questions) {
        for (var kind :
                List.of(ResourceKind.POD, ResourceKind.EVENT, ResourceKind.REPLICA_SET, ResourceKind.ENDPOINT_SLICE)) {
            questions.add(AccessQuestion.of("list", kind, namespace));
        }
        questions.add(AccessQuestion.of("watch", ResourceKind.POD, namespace));
        questions.add(AccessQuestion.of("create", ResourceKind.POD, namespace));
        questions.add(new AccessQuestion("get", "", "pods/log", namespace));
    }

    /** The namespaces objects live in, and those that are objects themselves. */
    static Set<String> namespaces(Collection<KubeObject> objects) {
        var names = new LinkedHashSet<String>();
        for (var object : objects) {
            var namespace = object.kind().equals(ResourceKind.NAMESPACE) ? object.name() : object.namespace();
            if (namespace != null) {
                names.add(namespace);
            }
        }
        return names;
    }

    static String words(AccessQuestion question) {
        var what = question.verb() + " " + question.resource()
                + (question.group().isEmpty() ? "" : "." + question.group());
        return question.namespace() == null ? what : what + " -n " + question.namespace();
    }
}
