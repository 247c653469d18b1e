package ai.hexabase.console.rollout;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.manifest.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose an object is that stands where a plan wants one of its own, as far as its marks tell.
 *
 * @param kind what sort of owner
 * @param name the release, application, object or tool, as its marks name it; empty when they name nobody
 * @param writers who wrote it, the latest first
 */
public record CurrentOwner(Kind kind, String name, List<Writer> writers) {
    public CurrentOwner {
        writers = List.copyOf(writers);
    }

    /** What sort of owner. */
    public enum Kind {
        /** An installation of this console or another one; its objects are never taken over. */
        OTHER_INSTALLATION,
        ARGO_CD,
        FLUX,
        HELM,
        /** An object, whose controller may change it again and which takes it along when it goes. */
        OBJECT,
        /** A tool that names itself as its manager. */
        TOOL,
        /** Somebody with kubectl. */
        HAND,
        UNKNOWN;

        /** Whether it sets the object back to what it wants, at once or with its next run. */
        public boolean setsBack() {
            return this == ARGO_CD || this == FLUX || this == HELM || this == OBJECT;
        }
    }

    /**
     * Who wrote parts of the object.
     *
     * @param at RFC 3339, empty when the server does not say
     */
    public record Writer(String manager, String at) {}

    static CurrentOwner of(KubeObject live) {
        var writers = writers(live);
        return Stream.of(argo(live), flux(live), helm(live), object(live), tool(live))
                .filter(found -> !found.name().isEmpty())
                .findFirst()
                .map(found -> new CurrentOwner(found.kind(), found.name(), writers))
                .orElseGet(() -> new CurrentOwner(byHand(writers) ? Kind.HAND : Kind.UNKNOWN, "", writers));
    }

    static CurrentOwner installation(KubeObject live, String name) {
        return new CurrentOwner(Kind.OTHER_INSTALLATION, name, writers(live));
    }

    private static CurrentOwner argo(KubeObject live) {
        var application = live.annotations().getOrDefault("argocd.argoproj.io/tracking-id", "");
        var name = application.contains(":") ? application.substring(0, application.indexOf(':')) : application;
        return new CurrentOwner(
                Kind.ARGO_CD,
                name.isEmpty() ? live.labels().getOrDefault("argocd.argoproj.io/instance", "") : name,
                List.of());
    }

    private static CurrentOwner flux(KubeObject live) {
        for (var tool : List.of("kustomize", "helm")) {
            var start = tool + ".toolkit.fluxcd.io/";
            var name = live.labels().get(start + "name");
            if (name != null) {
                var namespace = live.labels().getOrDefault(start + "namespace", "");
                return new CurrentOwner(Kind.FLUX, joined(namespace, name), List.of());
            }
        }
        return new CurrentOwner(Kind.FLUX, "", List.of());
    }

    private static CurrentOwner helm(KubeObject live) {
        var release = live.annotations().getOrDefault("meta.helm.sh/release-name", "");
        var named = joined(live.annotations().getOrDefault("meta.helm.sh/release-namespace", ""), release);
        var managed = "Helm".equals(live.labels().get(Names.MANAGED_BY_LABEL));
        var name = release.isEmpty()
                ? (managed ? live.labels().getOrDefault("app.kubernetes.io/instance", "Helm") : "")
                : named;
        return new CurrentOwner(Kind.HELM, name, List.of());
    }

    private static CurrentOwner object(KubeObject live) {
        var owner = live.at("/metadata/ownerReferences/0");
        var name = owner.isMissingNode()
                ? ""
                : owner.path("kind").asString("") + " " + owner.path("name").asString("");
        return new CurrentOwner(Kind.OBJECT, name, List.of());
    }

    private static CurrentOwner tool(KubeObject live) {
        return new CurrentOwner(Kind.TOOL, live.labels().getOrDefault(Names.MANAGED_BY_LABEL, ""), List.of());
    }

    private static boolean byHand(List<Writer> writers) {
        return writers.stream().anyMatch(writer -> writer.manager().startsWith("kubectl"));
    }

    private static String joined(String namespace, String name) {
        return namespace.isEmpty() || name.isEmpty() ? name : namespace + "/" + name;
    }

    private static List<Writer> writers(KubeObject live) {
        var writers = new ArrayList<Writer>();
        live.at("/metadata/managedFields")
                .valueStream()
                .map(entry -> new Writer(
                        entry.path("manager").asString(""), entry.path("time").asString("")))
                .distinct()
                .sorted(Comparator.comparing(Writer::at).reversed())
                .forEach(writers::add);
        return List.copyOf(writers);
    }
}
