package ai.hexabase.console.bench;

import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.e2e.Administrator;
import ai.hexabase.console.e2e.Browser;
import ai.hexabase.console.e2e.RunningConsole;
import ai.hexabase.console.fleet.Fleet;
import ai.hexabase.console.fleet.FleetCluster;
import ai.hexabase.console.fleet.Nodes;
import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Live pods at the size of a real cluster: how long an event takes to the page, how long the page takes to open, what
 * a page costs.
 */
final class LiveFigures implements Measurement {
    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final int PROBES_PER_SECOND = 10;
    private static final int OPENINGS = 11;
    private static final int MORE_PAGES = 10;
    private static final String WATCH_MARKS = """
            () => {
              window.seen = {};
              const look = () => {
                for (const cell of document.querySelectorAll('vaadin-grid-cell-content')) {
                  const text = cell.textContent.trim();
                  if (/^1\\d{5}$/.test(text) && !(text in window.seen))
                    window.seen[text] = performance.timeOrigin + performance.now();
                }
              };
              new MutationObserver(look).observe(document.querySelector('vaadin-grid'),
                { subtree: true, childList: true, characterData: true });
            }""";

    private int marks = 100_000;

    @Override
    public String name() {
        return "live";
    }

    @Override
    public String title() {
        return "Live pods";
    }

    @Override
    public String measure() throws Exception {
        try (var fleet = Fleet.open();
                var console = RunningConsole.fresh("bench-live");
                var browser = Browser.open("bench-live", "en-GB")) {
            var cluster = fleet.add(
                            List.of(new Nodes(ManyPods.NODES, List.of("zone-a", "zone-b", "zone-c"), "64", "256Gi")))
                    .getFirst();
            var pods = new ManyPods(cluster, new ApiWrites(cluster));
            pods.create();
            var id = console.register(cluster, "bench");
            new Administrator(console).signIn(browser.page());
            var address = console.url() + "/pods?cluster=" + id + "&namespace=" + ManyPods.NAMESPACE + "&group=none";
            open(browser.page(), address);
            var text = new StringBuilder(introduction());
            browser.pictureOnFailure(() -> text.append(opening(browser.page(), address)));
            text.append(heap(browser.page(), address));
            browser.page().evaluate(WATCH_MARKS);
            cluster.freezePrograms();
            var others = List.of(anotherPage(browser.page(), address), anotherPage(browser.page(), address));
            text.append(latency(console, id, browser.page(), cluster, pods));
            others.forEach(Page::close);
            return text.toString();
        }
    }

    private static String introduction() {
        return """
                A real API server with %,d running pods of 200 owners on %d simulated nodes; the console, the writer and \
                the browser on the same machine, the console's JVM with `-XX:+UseSerialGC -Xmx768m`; \
                while events are measured, the cluster's controllers and simulated nodes rest. The page shows all \
                pods in one list, ungrouped.

                """.formatted(ManyPods.COUNT, ManyPods.NODES);
    }

    private static void open(Page page, String address) {
        page.navigate(address);
        page.getByText("a-probe-00").first().waitFor();
    }

    private static Page anotherPage(Page page, String address) {
        var another = page.context().newPage();
        another.setDefaultTimeout(60_000);
        open(another, address);
        return another;
    }

    /** Another page keeps the watch warm meanwhile, or it lingers. */
    private static String opening(Page page, String address) {
        var whole = new ArrayList<Double>();
        var inside = new ArrayList<Double>();
        for (var run = 0; run < OPENINGS; run++) {
            var begun = Clocks.millis();
            open(page, address);
            whole.add(Clocks.millis() - begun);
            page.locator("vaadin-side-nav-item[path='clusters']").click();
            page.waitForURL("**/clusters");
            page.locator(".hx-page").waitFor();
            begun = Clocks.millis();
            page.goBack();
            page.getByText("a-probe-00").first().waitFor();
            inside.add(Clocks.millis() - begun);
        }
        return """
                **Opening the screen** while the cluster is watched already, until the first pod stands there, \
                milliseconds, %d times (goal: under 1,000):

                | | median | p95 | max |
                |---|---|---|---|
                | from another screen of the console | %s |
                | by its address, loading the page anew | %s |

                """.formatted(
                        OPENINGS,
                        Distribution.of(inside).cells(50, 95, 100),
                        Distribution.of(whole).cells(50, 95, 100));
    }

    private static String heap(Page page, String address) {
        open(page, address);
        var one = usedHeap();
        var more = new ArrayList<Page>();
        for (var number = 0; number < MORE_PAGES; number++) {
            more.add(anotherPage(page, address));
        }
        var many = usedHeap();
        more.forEach(Page::close);
        return String.format(Locale.ROOT, """
                **Heap per page** with the list open, after full collections, from 1 page to %d: %.2f MB each (goal: 1 MB); \
                the heap with one page is %.0f MB.

                """, MORE_PAGES + 1, (many - one) / 1e6 / MORE_PAGES, one / 1e6);
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (var times = 0; times < 4; times++) {
            memory.gc();
            Clocks.pause(Duration.ofMillis(300));
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private String latency(RunningConsole console, ClusterId id, Page page, FleetCluster cluster, ManyPods pods)
            throws Exception {
        var text = new StringBuilder("""
                **From the event to the page**, three pages open, in milliseconds. An event is a change of a pod's status; \
                `kubectl get pods --watch` and the page are looked at side by side, each event is compared with itself \
                (goal: the page at most 150 later at p95). Of the events %d a second concern pods in sight. They are written \
                to the API server as far as it takes them beside all else on this machine; beyond that a proxy before it \
                says them to whoever watches.

                | events/s asked | by | reached | seen | kubectl after the event, p50 | p95 | page after the event, p50 | p95 | \
                page after kubectl, p50 | p95 |
                |---|---|---|---|---|---|---|---|---|---|
                """.formatted(PROBES_PER_SECOND));
        text.append(row(20, "API server", page, new Source(cluster, cluster.kubeconfig(), pods)));
        try (var proxy = cluster.apiProxy()) {
            var kubeconfig = cluster.serviceAccountKubeconfig("default", "bench", "cluster-admin")
                    .replace(cluster.url().toString(), proxy.url().toString());
            var access = console.bean(Kubeconfigs.class).read(kubeconfig).access(cluster.name());
            console.bean(Clusters.class).replaceCredentials(id, access);
            var spoken = new SpokenPods(cluster, proxy);
            Clocks.pause(Duration.ofSeconds(20));
            for (var rate : new int[] {20, 500}) {
                text.append(row(rate, "proxy", page, new Source(cluster, kubeconfig, spoken)));
            }
        }
        return text.append('\n').toString();
    }

    /** @param kubeconfig with which kubectl hears the events */
    private record Source(FleetCluster cluster, String kubeconfig, PodEvents events) {}

    private String row(int rate, String by, Page page, Source source) throws Exception {
        try (var kubectl = new Arrivals(source.cluster(), source.kubeconfig())) {
            Clocks.pause(Duration.ofSeconds(5));
            var written = new TreeMap<Integer, Double>();
            var begun = System.nanoTime();
            var count = 0;
            while (System.nanoTime() - begun < LASTS.toNanos()) {
                if (count % Math.max(1, rate / PROBES_PER_SECOND) == 0) {
                    written.put(++marks, Clocks.millis());
                    source.events().probe(marks, marks);
                } else {
                    source.events().other();
                }
                count++;
                var due = begun + count * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
            }
            source.events().settle();
            var seconds = (System.nanoTime() - begun) / 1e9;
            Clocks.pause(Duration.ofSeconds(5));
            return compared(rate + " | " + by, count / seconds, written, kubectl.seen(), seen(page));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Integer, Double> seen(Page page) {
        var seen = new TreeMap<Integer, Double>();
        ((Map<String, Object>) page.evaluate("window.seen"))
                .forEach((mark, at) -> seen.put(Integer.valueOf(mark), ((Number) at).doubleValue()));
        return seen;
    }

    private static String compared(
            String asked,
            double reached,
            Map<Integer, Double> written,
            Map<Integer, Double> kubectl,
            Map<Integer, Double> page) {
        var byKubectl = new ArrayList<Double>();
        var onPage = new ArrayList<Double>();
        var later = new ArrayList<Double>();
        written.forEach((mark, at) -> {
            var there = kubectl.get(mark);
            var here = page.get(mark);
            if (there != null && here != null) {
                byKubectl.add(there - at);
                onPage.add(here - at);
                later.add(here - there);
            }
        });
        System.err.printf(
                "bench: of %d events kubectl saw %d, the page %d%n",
                written.size(), arrived(written, kubectl), arrived(written, page));
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | %d of %d | %s | %s | %s |\n",
                asked,
                reached,
                later.size(),
                written.size(),
                Distribution.of(byKubectl).cells(50, 95),
                Distribution.of(onPage).cells(50, 95),
                Distribution.of(later).cells(50, 95));
    }

    private static long arrived(Map<Integer, Double> written, Map<Integer, Double> seen) {
        return written.keySet().stream().filter(seen::containsKey).count();
    }
}
