package ai.hexabase.console.cluster.ui;

import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.uikit.Formats;
import ai.hexabase.console.uikit.KeyValueList;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusTag;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;

/** What is registered of a cluster: where it is, as whom the console signs in and until when, who registered it. */
final class AboutCluster extends Panel {
    private final transient RegisteredCluster cluster;
    private final transient Instant now;
    private final transient ZoneId zone = ReaderZone.get();
    private final KeyValueList list = new KeyValueList();

    AboutCluster(RegisteredCluster cluster, Instant now) {
        super(Texts.get("cluster.about"));
        this.cluster = cluster;
        this.now = now;
        if (!cluster.isPractice()) {
            list.withCode(Texts.get("cluster.fact.server"), cluster.server().toString());
        }
        list.with(Texts.get("cluster.fact.kubernetes"), cluster.version());
        list.withCode(Texts.get("cluster.fact.identity"), cluster.identity().username());
        credentials();
        list.with(
                Texts.get("cluster.fact.registered"),
                Formats.when(cluster.registeredAt(), now, zone),
                Texts.get("cluster.fact.registered-by", cluster.registeredBy()));
        padded(list);
    }

    private void credentials() {
        var end = cluster.credentialsExpireAt();
        if (end != null) {
            credentialsUntil(end);
        } else if (cluster.kind() == RegisteredCluster.Kind.REAL) {
            list.with(Texts.get("cluster.fact.credentials-until"), Texts.get("cluster.credentials.no-end"));
        }
    }

    private void credentialsUntil(Instant end) {
        var words = new Span(Formats.date(end, zone));
        words.setTitle(Formats.exact(end, zone));
        if (ClusterWords.endsSoon(cluster, now)) {
            var status = end.isAfter(now) ? Status.WARNING : Status.FAILED;
            var tag = new StatusTag(status, Formats.when(end, now, zone));
            list.with(Texts.get("cluster.fact.credentials-until"), words, tag);
        } else {
            list.with(Texts.get("cluster.fact.credentials-until"), words);
        }
    }
}
