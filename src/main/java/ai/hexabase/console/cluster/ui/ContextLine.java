package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.Kubeconfig;
import ai.hexabase.console.kube.Credentials;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One context of a kubeconfig as a choice: its name, where it leads and how it signs in. */
final class ContextLine extends Div {
    ContextLine(Kubeconfig.Context context) {
        addClassName("hx-two");
        var name = new Span(context.name());
        name.addClassName("hx-name");
        add(name);
        switch (context.outcome()) {
            case Kubeconfig.Usable usable -> {
                var where = new Span(Texts.get("cluster.access.context.line", context.server(), how(usable)));
                where.addClassName("hx-sub");
                add(where);
            }
            case Kubeconfig.Refused refused ->
                add(new StatusLabel(
                        Status.FAILED, Texts.of(refused.problems().getFirst().what())));
        }
    }

    private static String how(Kubeconfig.Usable usable) {
        var kind = switch (usable.access().credentials()) {
            case Credentials.ClientCertificate certificate -> "certificate";
            case Credentials.BearerToken token -> "token";
            case Credentials.TokenFile file -> "token";
        };
        var end = usable.expiresAt();
        return end == null
                ? Texts.get("cluster.access.by-" + kind)
                : Texts.get("cluster.access.by-" + kind + "-until", Formats.date(end, ReaderZone.get()));
    }
}
