package ai.hexabase.console.manifest;

import ai.hexabase.console.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Kubernetes objects of an installation; the same input always gives the same objects. */
@Component
public class Manifests {
    /** All objects in the order in which they are applied; the settings must be valid. */
    public List<RenderedObject> render(ManifestInput input) {
        var marks = new Marks(input);
        var members = members(marks);
        var foundations = new Foundations(marks);
        var all = new ArrayList<RenderedObject>();
        all.add(new RenderedObject(Phase.NAMESPACE, foundations.namespace()));
        var set = java.util.stream.Stream.concat(all.stream(), members.stream()).toList();
        all.add(new RenderedObject(Phase.NAMESPACE, foundations.applySet(objects(set))));
        all.addAll(members);
        return List.copyOf(all);
    }

    private static List<KubeObject> objects(List<RenderedObject> rendered) {
        return rendered.stream().map(RenderedObject::object).toList();
    }

    private static List<RenderedObject> members(Marks marks) {
        var settings = marks.input().settings();
        var database = new Database(marks);
        var configuration = new Configuration(settings);
        var pods = new Pods(settings, configuration, database);
        var controlPlane = new ControlPlane(marks, pods);
        var members = new Steps();
        foundations(members, marks);
        secrets(members, marks);
        database(members, marks, database);
        members.add(Phase.CONFIGMAPS, configuration.object(marks));
        members.add(Phase.CONTROL_PLANE, controlPlane.deployment());
        members.add(Phase.CONTROL_PLANE, controlPlane.disruptionBudget());
        new Services(marks).all().forEach(service -> members.add(Phase.NETWORKING, service));
        members.add(Phase.INITIALISE, new Initialisation(marks, pods).object());
        return members.inOrder();
    }

    private static void foundations(Steps members, Marks marks) {
        var foundations = new Foundations(marks);
        var quotas = new Quotas(marks);
        members.add(Phase.NAMESPACE, quotas.limitRange());
        members.add(Phase.NAMESPACE, quotas.compute());
        members.add(Phase.RBAC, foundations.serviceAccount());
        members.add(Phase.RBAC, foundations.role());
        members.add(Phase.RBAC, foundations.roleBinding());
        members.add(Phase.RBAC, foundations.clusterRole());
        members.add(Phase.RBAC, foundations.clusterRoleBinding());
    }

    private static void secrets(Steps members, Marks marks) {
        var images = new Images(marks.input().settings());
        var encryption = new Encryption(marks.input().settings());
        if (images.hasAccount()) {
            members.add(Phase.SECRETS, images.secret(marks));
        }
        if (encryption.isKept()) {
            members.add(Phase.SECRETS, encryption.secret(marks));
        }
    }

    private static void database(Steps members, Marks marks, Database database) {
        if (database.isExternal()) {
            members.add(Phase.SECRETS, database.externalSecret());
            return;
        }
        members.add(Phase.STORAGE, new Quotas(marks).storage());
        members.add(Phase.DATABASE, database.cluster());
        if (database.hasBackups()) {
            members.add(Phase.STORAGE, database.objectStore());
            members.add(Phase.DATABASE, database.scheduledBackup());
        }
    }

    /** Collects objects by step. */
    private static final class Steps {
        private final List<RenderedObject> collected = new ArrayList<>();

        void add(Phase phase, KubeObject object) {
            collected.add(new RenderedObject(phase, object));
        }

        List<RenderedObject> inOrder() {
            return collected.stream()
                    .sorted(java.util.Comparator.comparing(RenderedObject::phase))
                    .toList();
        }
    }
}
