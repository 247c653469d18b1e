package ai.hexabase.console.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.audit.AuditLinks;
import ai.hexabase.console.audit.Entry;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AuditViewTest extends ScreenTest {
    /** Kinds of acts as the sources name them. */
    private static final Pattern KIND =
            Pattern.compile("(?:Act\\.of|about|act|update|given)\\((?:id, )?\"([a-z]+\\.[a-z-]+)\"");

    @Autowired
    Clusters clusters;

    private RegisteredCluster cluster;

    @BeforeEach
    void actOnACluster() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        var shape = clusters.practiceShapes().getFirst();
        cluster = clusters.registerPractice("audited", Site.UNKNOWN, shape);
        clusters.rename(cluster.id(), "audited-anew", Site.UNKNOWN);
        clusters.remove(cluster.id());
    }

    private Component view(String path) {
        var place = new Location(path);
        UI.getCurrent().navigate(place.getPath(), place.getQueryParameters());
        return (Component) getCurrentView();
    }

    @SuppressWarnings("unchecked")
    private static Grid<Entry> grid(Component view) {
        return (Grid<Entry>) Screen.parts(view, Grid.class).findFirst().orElseThrow();
    }

    private static List<Entry> rows(Component view) {
        return grid(view).getGenericDataView().getItems().toList();
    }

    @Test
    void whatHappenedToAnObjectIsListedTheNewestFirst() {
        var view = view(AuditLinks.about("cluster", cluster.id()));
        assertThat(rows(view))
                .extracting(entry -> entry.act().kind())
                .containsExactly("cluster.remove", "cluster.change", "cluster.register");
        assertThat(rows(view)).extracting(entry -> entry.who().name()).containsOnly("misaki");
        Screen.assertComplete(view);
    }

    @Test
    void anEntryShowsWhatChangedAndItsPlaceInTheChain() {
        var view = view(AuditLinks.about("cluster", cluster.id()));
        var change = rows(view).get(1);
        grid(view).asSingleSelect().setValue(change);
        var panel = Screen.parts(view, MasterDetailLayout.class)
                .findFirst()
                .orElseThrow()
                .getDetail();
        assertThat(Screen.words(panel))
                .contains("Changed a cluster", "Before and after", "audited-anew", change.hash());
        Screen.assertComplete(panel);
    }

    @Test
    void everyKindOfActHasWordsInBothLanguages() throws IOException {
        var kinds = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                KIND.matcher(Files.readString(source)).results().forEach(found -> kinds.add(found.group(1)));
            }
        }
        assertThat(kinds)
                .contains("cluster.register", "rollout.end", "terminal.open")
                .hasSizeGreaterThan(20);
        for (var locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            UI.getCurrent().setLocale(locale);
            assertThat(kinds)
                    .allSatisfy(
                            kind -> assertThat(Texts.get("audit.kind." + kind)).doesNotStartWith("!"));
        }
    }
}
