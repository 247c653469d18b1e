package ai.hexabase.console.cluster.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.cluster.ClusterLinks;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.RegisteredCluster;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.Grant;
import ai.hexabase.console.common.Role;
import ai.hexabase.console.security.SignIns;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ClusterScreensTest extends ScreenTest {
    @Autowired
    Clusters clusters;

    private List<RegisteredCluster> before = List.of();

    @BeforeEach
    void english() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        before = clusters.list();
    }

    @AfterEach
    void forget() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
        clusters.list().stream()
                .filter(cluster -> before.stream().noneMatch(old -> old.id().equals(cluster.id())))
                .forEach(cluster -> clusters.remove(cluster.id()));
    }

    private RegisteredCluster practice(String name) {
        return clusters.registerPractice(
                name, Site.UNKNOWN, clusters.practiceShapes().getFirst());
    }

    private static String words(Component part) {
        return part.getElement().getTextRecursively();
    }

    private void shows(Component part, String text) {
        eventually(() -> assertThat(words(part)).contains(text));
    }

    private Button next() {
        return find(Button.class).withText("Next").single();
    }

    @Test
    void aPracticeClusterIsRegisteredInTwoSteps() {
        UI.getCurrent().navigate(ClusterLinks.REGISTER_PRACTICE);
        var view = (RegisterClusterView) getCurrentView();
        test(next()).click();
        assertThat(words(view)).contains("What is it called");
        var name = find(TextField.class, view).withId("cluster-name").single();
        test(name).setValue("Not A Name");
        var register = find(Button.class).withText("Register").single();
        test(register).click();
        assertThat(name.isInvalid()).isTrue();
        test(name).setValue("screens-practice");
        test(register).click();
        var page = (ClusterView) getCurrentView();
        assertThat(words(page)).contains("screens-practice", "Practice", "Remove…");
        shows(page, "All needed permissions are there");
    }

    @Test
    void aPastedKubeconfigIsExplainedAndARefusedOneClosesTheWay() {
        var view = navigate(ClusterLinks.REGISTER, RegisterClusterView.class);
        var source = find(RadioButtonGroup.class, view).all().stream()
                .filter(group -> "Where is the kubeconfig?".equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
        test((RadioButtonGroup<?>) source).selectItem("Paste the text");
        var text = find(TextArea.class, view).single();
        test(text).setValue("""
                contexts: [{name: gke, context: {cluster: c, user: g}}]
                clusters: [{name: c, cluster: {server: 'https://10.0.0.5:6443'}}]
                users: [{name: g, user: {exec: {command: gke-gcloud-auth-plugin}}}]
                """);
        assertThat(words(view)).contains("User g signs in by running the program gke-gcloud-auth-plugin");
        assertThat(next().isEnabled()).isFalse();
        test(text).setValue("""
                contexts: [{name: nowhere, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: 'https://127.0.0.1:1'}}]
                users: [{name: u, user: {token: abc}}]
                """);
        assertThat(words(view)).doesNotContain("gke-gcloud-auth-plugin");
        test(next()).click();
        shows(view, "not tried, because of the failure above");
        shows(view, "Test again");
        assertThat(next().isEnabled()).isFalse();
        assertThat(text.getValue()).contains("nowhere");
    }

    @Test
    void theListShowsEachClusterAndLeadsToIt() {
        practice("screens-listed");
        var view = navigate(ClustersView.class);
        assertThat(words(view)).contains("Register a cluster", "practice cluster");
    }

    @Test
    void whoeverMayOnlyReadSeesWhyTheButtonsAreOff() {
        SignIns.as(SignIns.just("misaki", Grant.everywhere(Role.ADMIN)));
        var made = practice("screens-read");
        SignIns.as(SignIns.just("ann", Grant.everywhere(Role.VIEWER)));
        Screen.assertOff(navigate(ClustersView.class), "Register a cluster", "administrator");
        var page = navigate(ClusterLinks.details(made.id()), ClusterView.class);
        Screen.assertOff(page, "Remove…", "administrator");
    }

    @Test
    void aClustersPageShowsItsNodesAndAsksForTheNameBeforeRemovingIt() {
        var made = practice("screens-details");
        var view = navigate(ClusterLinks.details(made.id()), ClusterView.class);
        shows(view, "cores requested");
        test(find(Button.class, view).withText("Remove…").single()).click();
        var confirm = find(Button.class).withText("Remove…").all().getLast();
        assertThat(confirm.isEnabled()).isFalse();
        test(find(TextField.class).all().getLast()).setValue("screens-details");
        test(confirm).click();
        assertThat(clusters.find(made.id())).isEmpty();
        assertThat(getCurrentView()).isInstanceOf(ClustersView.class);
    }

    @Test
    void everyScreenIsCompleteInJapanese() {
        var made = practice("screens-ja");
        UI.getCurrent().setLocale(Locale.JAPANESE);
        var list = navigate(ClustersView.class);
        assertThat(words(list)).contains("クラスターを登録").doesNotContain("!cluster.");
        var register = navigate(ClusterLinks.REGISTER, RegisterClusterView.class);
        assertThat(words(register)).contains("接続方法").doesNotContain("!cluster.");
        var details = navigate(ClusterLinks.details(made.id()), ClusterView.class);
        shows(details, "必要な権限がすべてあります");
        assertThat(words(details)).doesNotContain("!cluster.");
    }

    @Test
    void aLinkFromOneClusterToAnotherShowsTheOther() {
        var one = practice("screens-one");
        var other = practice("screens-other");
        shows(navigate(ClusterLinks.details(one.id()), ClusterView.class), "cores requested");
        var view = navigate(ClusterLinks.details(other.id()), ClusterView.class);
        assertThat(words(view)).contains("screens-other").doesNotContain("screens-one");
        shows(view, "cores requested");
        shows(view, "All needed permissions are there");
    }
}
