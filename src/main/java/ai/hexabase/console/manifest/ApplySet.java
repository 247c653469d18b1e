package ai.hexabase.console.manifest;

import ai.hexabase.console.kube.KubeObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Marks of KEP-3659, by which {@code kubectl} recognises the objects as one set. */
final class ApplySet {
    static final String PART_OF = "applyset.kubernetes.io/part-of";
    static final String ID = "applyset.kubernetes.io/id";
    static final String TOOLING = "applyset.kubernetes.io/tooling";
    static final String KINDS = "applyset.kubernetes.io/contains-group-kinds";

    private ApplySet() {}

    /** The id that the KEP prescribes for a parent: a hash of its name, namespace, kind and group. */
    static String id(String name, String namespace, String kind, String group) {
        var parent = String.join(".", name, namespace, kind, group);
        return "applyset-" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(parent)) + "-v1";
    }

    static String ownId() {
        return id(Names.APPLY_SET, Names.NAMESPACE, "ConfigMap", "");
    }

    /** Kinds of the members as {@code Kind.group}, sorted, as the annotation wants them. */
    static String kinds(List<KubeObject> members) {
        return members.stream()
                .map(KubeObject::kind)
                .map(kind -> kind.group().isEmpty() ? kind.kind() : kind.kind() + "." + kind.group())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
