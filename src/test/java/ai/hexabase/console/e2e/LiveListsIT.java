package ai.hexabase.console.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.fleet.Fleet;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.RealClusters;
import ai.hexabase.console.status.LiveLinks;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The live lists of a real cluster in a real browser, and the ways between them. */
@RealClusters
class LiveListsIT {
    private static final String OBJECTS = """
            {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
            ---
            {apiVersion: v1, kind: ResourceQuota, metadata: {name: small, namespace: shop}, spec: {hard: {pods: '2'}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 3
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - {name: web, image: registry.example/shop/web:1.4, resources: {requests: {cpu: 500m, memory: 1Gi}}}
                  volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: shop}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2Gi}}}
            """;

    @Test
    void eachListIsShownLiveInBothLanguagesAndLeadsToTheOthers(Fleet fleet) throws IOException {
        var cluster = fleet.cluster(1);
        cluster.apply(OBJECTS);
        try (var console = RunningConsole.fresh("live-lists")) {
            console.register(cluster, "tokyo-prod-1");
            var person = new Administrator(console);
            for (var language : List.of("en-GB", "ja-JP")) {
                try (var browser = Browser.open("live-lists-" + language, language)) {
                    person.signIn(browser.page());
                    browser.pictureOnFailure(() -> walk(console, cluster, browser, Words.of(language)));
                    assertThat(browser.complaints()).isEmpty();
                }
            }
        }
    }

    private static void walk(RunningConsole console, FleetCluster cluster, Browser browser, Words words) {
        var page = browser.page();
        page.navigate(console.url() + "/" + LiveLinks.WORKLOADS);
        assertThat(page.getByText(words.get("status.pod.kept-out-quota")).first())
                .isVisible(Patiently.visible());
        browser.lookEveryWay("workloads");
        page.getByText("web", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.getByText("registry.example/shop/web:1.4").first()).isVisible(Patiently.visible());
        browser.look("workload");
        page.getByText(words.get("status.workloads.its-pods", 2)).click();
        page.waitForURL(Pattern.compile("/pods\\?.*text=web"));
        page.getByText(Pattern.compile("web-\\w+-\\w+")).first().click();
        page.waitForURL(Pattern.compile("open=web-"));
        page.locator(".hx-pod-about a")
                .filter(new Locator.FilterOptions().setHasText("node-"))
                .click();
        page.waitForURL("**/" + LiveLinks.NODES + "?**");
        assertThat(page.getByText("MemoryPressure").or(page.getByText("Ready")).first())
                .isVisible(Patiently.visible());
        browser.lookEveryWay("nodes");
        follow(page, words, "volumes");
        assertThat(page.getByText("2 GiB").first()).isVisible(Patiently.visible());
        browser.lookEveryWay("volumes");
        follow(page, words, "events");
        assertThat(page.getByText("FailedCreate").first()).isVisible(Patiently.visible());
        browser.lookEveryWay("events");
    }

    private static void follow(Page page, Words words, String list) {
        page.locator(".hx-live-tabs a")
                .filter(new Locator.FilterOptions().setHasText(words.get("status." + list + ".tab")))
                .click();
        page.waitForURL("**/pods/" + list + "?**");
    }
}
