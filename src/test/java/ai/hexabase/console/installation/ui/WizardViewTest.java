package ai.hexabase.console.installation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.installation.Answers;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.InstallationLinks;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.profile.Needs;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import ai.hexabase.console.registry.ImageRegistry;
import ai.hexabase.console.registry.Registries;
import ai.hexabase.console.registry.RegistryId;
import ai.hexabase.console.test.Screen;
import ai.hexabase.console.test.ScreenTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout.FormItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class WizardViewTest extends ScreenTest {
    private static final Answers GOOD =
            new Answers("80", "20", "1", false, Set.of(Needs.Present.CLOUD_NATIVE_PG, Needs.Present.LOAD_BALANCER));

    private static final String PROPOSED =
            "Values proposed by this console; the Hexabase.AI deployment guide has none for this size.";

    @Autowired
    Installations installations;

    @Autowired
    Registries registries;

    private final UUID id = UUID.randomUUID();
    private final String name = "wiz-" + id.toString().substring(0, 8);

    private WizardView open(int step, Draft.Content content) {
        installations.saveDraft(id, content);
        return navigate(InstallationLinks.draft(id, step), WizardView.class);
    }

    private Draft.Content answered() {
        return Draft.Content.EMPTY.named(name).with(GOOD);
    }

    private Settings kept() {
        return java.util.Objects.requireNonNull(
                installations.draft(id).orElseThrow().content().settings());
    }

    @Test
    void answersAreCheckedWhileTypedAndKeptAtOnce() {
        var view = open(1, Draft.Content.EMPTY);
        var fields = find(TextField.class, view).all();
        test(fields.get(0)).setValue("HQ Tokyo");
        assertThat(fields.get(0).isInvalid()).isTrue();
        assertThat(fields.get(0).getErrorMessage()).contains("“HQ Tokyo” cannot be a name");
        test(fields.get(1)).setValue("eighty");
        assertThat(fields.get(1).getErrorMessage()).contains("“eighty” is not a number from 1 to 1,000,000");
        assertThat(Screen.button(view, "Recommend a profile").isEnabled()).isFalse();
        var content = installations.draft(id).orElseThrow().content();
        assertThat(content.name()).isEqualTo("HQ Tokyo");
        assertThat(content.answers().users()).isEqualTo("eighty");
    }

    @Test
    void goodAnswersShowTheRecommendationWithReasonsAndLeadOn() {
        var view = open(1, answered());
        assertThat(Screen.words(view))
                .contains("small-enterprise is recommended", "80 users: the profile is made for fewer than 100")
                .contains("20 tenant vclusters: exactly its limit of 20, no room to grow");
        Screen.button(view, "Recommend a profile").click();
        assertThat(kept()).isEqualTo(Profile.of(Profile.SMALL).settings());
        assertThat(Screen.words((Component) getCurrentView())).contains("Choose a profile");
    }

    @Test
    void anotherProfileCanBeChosenAndSaysHonestlyHowItFits() {
        var settings = Profile.of(Profile.SMALL).settings().with(Setting.BACKUP_RETENTION_DAYS, "60");
        var view = open(2, answered().with(settings));
        assertThat(Screen.words(view)).contains("Why small-enterprise is recommended");
        choose(view, Profile.of(Profile.MEDIUM));
        assertThat(kept().profile()).isEqualTo(Profile.MEDIUM);
        assertThat(kept().text(Setting.BACKUP_RETENTION_DAYS)).isEqualTo("60");
        assertThat(kept().list(Setting.ZONES)).as("one zone is not spread over").isEmpty();
        assertThat(Screen.words(view))
                .contains("How medium-enterprise fits your answers", "100 vclusters × 1 CPU, 2 GiB", "100.0");
    }

    @Test
    void manyUsersAreRecommendedTheLargeProfileWhichSaysThatItsValuesAreProposed() {
        var view = open(1, Draft.Content.EMPTY.named(name).with(answers("5000", "400")));
        assertThat(Screen.words(view))
                .contains("large-enterprise is recommended", "5,000 users: the profile is made for 1,001 to 10,000")
                .contains("400 tenant vclusters: room to grow up to 500", PROPOSED);
        Screen.button(view, "Recommend a profile").click();
        assertThat(kept()).isEqualTo(Profile.of(Profile.LARGE).settings());
        var next = (Component) getCurrentView();
        assertThat(Screen.words(next))
                .contains("For 1,001 to 10,000 users and up to 500 vclusters, over three zones", PROPOSED)
                .contains("Why large-enterprise is recommended", "500 vclusters × 6 CPU, 12 GiB");
        Screen.assertComplete(next);
    }

    @Test
    void theLargeProfileCanBeChosenAgainstTheAdvice() {
        var view = open(2, answered().with(Profile.of(Profile.SMALL).settings()));
        choose(view, Profile.of(Profile.LARGE));
        assertThat(kept().profile()).isEqualTo(Profile.LARGE);
        assertThat(kept().text(Setting.MAX_VCLUSTERS)).isEqualTo("500");
        assertThat(Screen.words(view))
                .contains("How large-enterprise fits your answers", "80 users: fewer than the 1,001 to 10,000");
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertThat(Screen.words(view)).contains("1,001～10,000ユーザー、500 vclusterまで、3ゾーン", "値は本コンソールの提案です。");
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"4, Settings for large-enterprise", "5, What you chose"})
    void theStepsAfterItSayTooThatTheValuesOfTheLargeProfileAreProposed(int step, String heading) {
        var chosen = answered().with(Profile.of(Profile.LARGE).settings()).on(ClusterId.random());
        assertThat(Screen.words(open(step, chosen))).contains(heading, PROPOSED);
    }

    @Test
    void moreThanTheLargestProfileHoldsIsAnsweredWithAWayNotARefusal() {
        var view = open(1, Draft.Content.EMPTY.named(name).with(answers("20001", "1000")));
        assertThat(Screen.words(view))
                .contains("large-enterprise is recommended")
                .contains("20,001 users: more than the 10,000 that the largest profile is made for")
                .contains("Plan at least 3 installations", "Plan at least 2 installations");
        assertThat(Screen.button(view, "Recommend a profile").isEnabled()).isTrue();
    }

    private static Answers answers(String users, String vclusters) {
        return new Answers(users, vclusters, "3", true, GOOD.present());
    }

    @SuppressWarnings("unchecked")
    private void choose(WizardView view, Profile profile) {
        ((RadioButtonGroup<Profile>) find(RadioButtonGroup.class, view).single()).setValue(profile);
    }

    @Test
    void somebodyElsesDraftIsNotOpenedNorOverwritten() {
        installations.saveDraft(id, answered());
        org.springframework.security.core.context.SecurityContextHolder.getContext()
                .setAuthentication(new org.springframework.security.authentication.TestingAuthenticationToken(
                        "ken", "", "ROLE_OPERATOR"));
        assertThat(installations.isSomebodyElses(id)).isTrue();
        assertThat(installations.draft(id)).isEmpty();
    }

    @Test
    void laterStepsOpenOnlyWhenTheOnesBeforeAreDone() {
        open(5, Draft.Content.EMPTY);
        assertThat(Screen.words((Component) getCurrentView())).contains("What do you need?");
    }

    @Test
    void withoutAClusterTheTargetStepSaysWhatToDoFirst() {
        var view = open(3, answered().with(Profile.of(Profile.SMALL).settings()));
        assertThat(Screen.words(view)).contains("Choose the target cluster", "Choose a cluster");
        Screen.assertComplete(view);
    }

    private WizardView settings() {
        return open(4, answered().with(Profile.of(Profile.SMALL).settings()).on(ClusterId.random()));
    }

    @Test
    void aWrongQuantityIsExplainedAndMendedByOneClick() {
        var view = settings();
        var memory = field(view, Setting.DEFAULT_MEMORY_LIMIT);
        test(memory).setValue("4GB");
        assertThat(memory.getErrorMessage())
                .isEqualTo("“4GB” is not a Kubernetes quantity. Write 4Gi (4,295\u00a0MB) or 4G\u00a0(4,000\u00a0MB).");
        assertThat(Screen.words(view)).contains("1 field to correct", "1 to correct, 0 changed", "default 4Gi");
        assertThat(Screen.button(view, "Check and save").isEnabled()).isFalse();
        assertThat(kept().text(Setting.DEFAULT_MEMORY_LIMIT))
                .as("nothing is lost")
                .isEqualTo("4GB");
        Screen.button(view, "Use 4Gi").click();
        assertThat(memory.getValue()).isEqualTo("4Gi");
        assertThat(memory.isInvalid()).isFalse();
        assertThat(Screen.button(view, "Check and save").isEnabled()).isTrue();
    }

    @Test
    void aChangedValueIsMarkedWithItsDefaultAndCanBeReset() {
        var view = settings();
        test(field(view, Setting.BACKUP_RETENTION_DAYS)).setValue("60");
        var item = item(view, Setting.BACKUP_RETENTION_DAYS);
        assertThat(item.hasClassName("hx-changed")).isTrue();
        assertThat(Screen.words(item)).contains("Changed", "default 30");
        Screen.button(item, "Reset").click();
        assertThat(item.hasClassName("hx-changed")).isFalse();
        assertThat(kept().text(Setting.BACKUP_RETENTION_DAYS)).isEqualTo("30");
    }

    @Test
    void everySettingSaysWhatItMeans() {
        var view = settings();
        for (var setting : Setting.values()) {
            var item = item(view, setting);
            assertThat(Screen.words(item)).as(setting.key()).doesNotContain("!");
        }
        Screen.assertComplete(view);
    }

    @Test
    void whatIsRarelyNeededIsFoldedAwayUntilItIsChangedOrLookedFor() {
        var view = settings();
        var folded = rare(view, Setting.HTTPS_PORT);
        assertThat(folded.isOpened()).isFalse();
        assertThat(folded.getSummaryText()).isEqualTo("7 more settings");
        test(search(view)).setValue("node port");
        assertThat(folded.isOpened()).isTrue();
        assertThat(item(view, Setting.HTTPS_NODE_PORT).isVisible()).isTrue();
        assertThat(item(view, Setting.MAX_VCLUSTERS).isVisible()).isFalse();
        test(search(view)).setValue("no such thing");
        assertThat(Screen.words(view)).contains("No setting has these words");
        test(search(view)).setValue("");
        assertThat(item(view, Setting.MAX_VCLUSTERS).isVisible()).isTrue();
    }

    @Test
    void aRareSettingThatWasChangedIsShownAtOnce() {
        var changed = Profile.of(Profile.SMALL).settings().with(Setting.HTTPS_PORT, "8443");
        var view = open(4, answered().with(changed).on(ClusterId.random()));
        assertThat(rare(view, Setting.HTTPS_PORT).isOpened()).isTrue();
        assertThat(rare(view, Setting.HTTPS_PORT).getSummaryText()).isEqualTo("7 more settings, 1 changed");
    }

    private static Details rare(WizardView view, Setting setting) {
        return Screen.parts(view, Details.class)
                .filter(details -> Screen.parts(details, FormItem.class)
                        .anyMatch(item -> setting.key().equals(item.getElement().getAttribute("data-setting"))))
                .findFirst()
                .orElseThrow();
    }

    private static TextField search(WizardView view) {
        return Screen.parts(view, TextField.class)
                .filter(field -> "Find a setting".equals(field.getPlaceholder()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRegistrySaysUnderWhichNameEveryNodeFetchesTheImage() {
        var view = settings();
        test(field(view, Setting.IMAGE_REGISTRY)).setValue("registry.corp:5000");
        assertThat(Screen.words(item(view, Setting.IMAGE_REGISTRY)))
                .contains("Every node fetches registry.corp:5000/hexabase/control-plane:1.5.0");
    }

    @Test
    void aCertificateIsMadeByOneClickAndSaysThatItIsSelfMade() {
        var view = settings();
        test(field(view, Setting.PUBLIC_NAMES)).setValue("hexabase.corp.internal");
        source(view, Setting.Words.SELF_MADE);
        assertThat(Screen.words(view)).contains("1 field to correct");
        Screen.button(view, "Make one").click();
        assertThat(Screen.words(item(view, Setting.TLS_CERTIFICATE)))
                .contains("Self-made: browsers warn of it", "hexabase.corp.internal", "365 days left", "EC 256");
        assertThat(Screen.button(view, "Check and save").isEnabled()).isTrue();
        test(field(view, Setting.PUBLIC_NAMES)).setValue("other.corp.internal");
        assertThat(Screen.words(item(view, Setting.TLS_CERTIFICATE)))
                .contains("The certificate is not for other.corp.internal");
        Screen.assertComplete(view);
    }

    @Test
    void aGivenCertificateIsCheckedAndItsKeyNeverComesBack() {
        var view = settings();
        source(view, Setting.Words.KEPT);
        Screen.button(view, "Upload or paste…").click();
        var dialog = find(CertificateDialog.class).single();
        var areas = Screen.parts(dialog, TextArea.class).toList();
        test(areas.get(0)).setValue("no certificate");
        test(areas.get(1)).setValue("a s3cret");
        dialog.keep();
        assertThat(Screen.words(dialog))
                .contains("There is no certificate to read.")
                .doesNotContain("s3cret");
        Screen.assertComplete(dialog);
        dialog.close();
        assertThat(areas.get(1).getValue()).isEmpty();
    }

    private static void source(WizardView view, String word) {
        @SuppressWarnings("unchecked")
        var source = (Select<String>) Screen.parts(item(view, Setting.TLS_SOURCE))
                .filter(Select.class::isInstance)
                .findFirst()
                .orElseThrow();
        source.setValue(word);
    }

    @Test
    void anExternalDatabaseAsksForItsConnectionInstead() {
        var view = settings();
        @SuppressWarnings("unchecked")
        var kind = (Select<String>) Screen.parts(item(view, Setting.DATABASE_KIND))
                .filter(Select.class::isInstance)
                .findFirst()
                .orElseThrow();
        kind.setValue(Setting.Words.EXTERNAL);
        assertThat(item(view, Setting.DATABASE_REPLICAS).isVisible()).isFalse();
        assertThat(item(view, Setting.DATABASE_HOST).isVisible()).isTrue();
        assertThat(Screen.words(view)).contains("2 fields to correct");
    }

    @Test
    void aPasswordIsSealedAndLeavesTheField() {
        var external = Profile.of(Profile.SMALL).settings().with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL);
        var view = open(4, answered().with(external).on(ClusterId.random()));
        var password = Screen.parts(item(view, Setting.DATABASE_PASSWORD), PasswordField.class)
                .findFirst()
                .orElseThrow();
        test(password).setValue("s3cret words");
        assertThat(password.getValue()).isEmpty();
        assertThat(kept().text(Setting.DATABASE_PASSWORD)).hasSize(36);
        assertThat(password.isInvalid()).isFalse();
    }

    @Test
    void nothingTypedIsLostWhenTheLanguageChanges() {
        var view = settings();
        test(field(view, Setting.MAX_VCLUSTERS)).setValue("7");
        UI.getCurrent().setLocale(Locale.JAPANESE);
        assertThat(field(view, Setting.MAX_VCLUSTERS).getValue()).isEqualTo("7");
        assertThat(Screen.words(view)).contains("small-enterpriseの設定");
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    private static FormItem item(WizardView view, Setting setting) {
        return Screen.parts(view, FormItem.class)
                .filter(item -> setting.key().equals(item.getElement().getAttribute("data-setting")))
                .findFirst()
                .orElseThrow();
    }

    private static TextField field(WizardView view, Setting setting) {
        return Screen.parts(item(view, setting), TextField.class).findFirst().orElseThrow();
    }

    @Test
    void aKeptRegistryFillsAddressAccountAndPasswordWhichIsNotShown() {
        var registry = registries.save(
                new ImageRegistry(RegistryId.random(), "registry.example.com", "robot", "", null), "otter battery");
        try {
            var view = open(
                    4, answered().with(Profile.of(Profile.SMALL).settings()).on(ClusterId.random()));
            @SuppressWarnings("unchecked")
            var choice = (Select<ImageRegistry>)
                    find(Select.class, view).withId("kept-registry").single();
            choice.setValue(registries.find(registry.id()).orElseThrow());
            assertThat(kept().text(Setting.IMAGE_REGISTRY)).isEqualTo("registry.example.com");
            assertThat(kept().text(Setting.REGISTRY_USER)).isEqualTo("robot");
            assertThat(kept().text(Setting.REGISTRY_PASSWORD)).isNotEmpty().doesNotContain("otter");
            assertThat(Screen.words(view)).doesNotContain("otter");
        } finally {
            registries.remove(registry.id());
        }
    }
}
