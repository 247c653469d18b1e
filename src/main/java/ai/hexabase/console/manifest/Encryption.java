package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.list;
import static ai.hexabase.console.manifest.Tree.map;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The certificate by which the control plane shows who it is: its Secret, and the way into the pods. */
record Encryption(Settings settings) {
    private static final String MOUNT = "/etc/hexabase-tls";
    /** Readable by the pod's group; kept in decimal because that is how JSON writes it. */
    private static final int MODE = 0440;

    /** The console itself keeps certificate and key. */
    boolean isKept() {
        return settings.is(Setting.TLS_SOURCE, Setting.Words.KEPT)
                || settings.is(Setting.TLS_SOURCE, Setting.Words.SELF_MADE);
    }

    private boolean isGiven() {
        return isKept() || settings.is(Setting.TLS_SOURCE, Setting.Words.SECRET);
    }

    private String secretName() {
        return isKept() ? Names.TLS_SECRET : settings.text(Setting.TLS_SECRET);
    }

    KubeObject secret(Marks marks) {
        var secrets = marks.input().secrets();
        return Secrets.of(
                marks.metadata(Names.TLS_SECRET, "networking"),
                "kubernetes.io/tls",
                map("tls.crt", secrets.certificateChain(), "tls.key", secrets.certificateKey()));
    }

    /** Changes with the certificate, so that pods start anew and serve it; null for one that others look after. */
    @Nullable
    Map<String, Object> podAnnotations() {
        return isKept() ? map(Names.CERTIFICATE_ANNOTATION, settings.text(Setting.TLS_CERTIFICATE)) : null;
    }

    List<Object> volumes(List<Object> others) {
        return with(others, map("name", "tls", "secret", map("secretName", secretName(), "defaultMode", MODE)));
    }

    List<Object> mounts(List<Object> others) {
        return with(others, map("name", "tls", "mountPath", MOUNT, "readOnly", true));
    }

    List<Object> environment(List<Object> others) {
        return with(
                others,
                map("name", "TLS_CERT_FILE", "value", MOUNT + "/tls.crt"),
                map("name", "TLS_KEY_FILE", "value", MOUNT + "/tls.key"));
    }

    private List<Object> with(List<Object> others, Object... own) {
        if (!isGiven()) {
            return others;
        }
        var all = new ArrayList<>(others);
        all.addAll(list(own));
        return all;
    }
}
