package ai.hexabase.console.installation.ui;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.installation.Draft;
import ai.hexabase.console.installation.Installation;
import ai.hexabase.console.installation.Installations;
import ai.hexabase.console.installation.ThreeWay;
import ai.hexabase.console.profile.Needs;
import ai.hexabase.console.profile.Profile;
import ai.hexabase.console.profile.Profiles;
import ai.hexabase.console.profile.Recommendation;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.SettingProblem;
import ai.hexabase.console.profile.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The draft a wizard works on; every change is kept at once. */
final class WizardDraft {
    static final int STEPS = 5;

    private final Installations installations;
    private final Profiles profiles;
    private final UUID id;
    private Draft.Content content;
    private @Nullable Instant keptAt;

    WizardDraft(Installations installations, Profiles profiles, UUID id) {
        this.installations = installations;
        this.profiles = profiles;
        this.id = id;
        var kept = installations.draft(id);
        content = kept.map(Draft::content).orElse(Draft.Content.EMPTY);
        keptAt = kept.map(Draft::keptAt).orElse(null);
    }

    UUID id() {
        return id;
    }

    Draft.Content content() {
        return content;
    }

    /** When it was last kept, null before anything was entered. */
    @Nullable
    Instant keptAt() {
        return keptAt;
    }

    void change(UnaryOperator<Draft.Content> change) {
        var changed = change.apply(content);
        if (!changed.equals(content)) {
            content = changed;
            keptAt = installations.saveDraft(id, changed).keptAt();
        }
    }

    void set(Setting setting, String text) {
        change(old -> old.with(settings().with(setting, text)));
    }

    boolean hasSettings() {
        return content.settings() != null;
    }

    /** The settings so far; the smallest profile's before a profile was chosen. */
    Settings settings() {
        var chosen = content.settings();
        return chosen == null ? Profile.of(Profile.SMALL).settings() : chosen;
    }

    Optional<Recommendation> advice() {
        return content.answers().needs().map(profiles::recommend);
    }

    /** How the chosen profile fits, which need not be the recommended one. */
    Optional<Recommendation> judgement() {
        return content.answers()
                .needs()
                .map(needs -> profiles.judge(Profile.of(settings().profile()), needs));
    }

    /** Takes the profile, keeping what the person changed. */
    void choose(Profile profile) {
        content.answers().needs().ifPresent(needs -> change(old -> old.with(moved(profile, needs))));
    }

    private Settings moved(Profile profile, Needs needs) {
        var moved = profiles.judge(profile, needs).settings();
        var old = content.settings();
        if (old == null) {
            return moved;
        }
        var before = profiles.judge(Profile.of(old.profile()), needs).settings();
        for (var setting : Setting.values()) {
            if (!old.text(setting).equals(before.text(setting))) {
                moved = moved.with(setting, old.text(setting));
            }
        }
        return moved;
    }

    List<SettingProblem> problems() {
        return installations.problems(settings());
    }

    List<Setting> applying() {
        return profiles.applying(settings());
    }

    /** Changed settings that say anything and are right. */
    List<Setting> changed() {
        var applying = applying();
        var broken = problems().stream().map(SettingProblem::setting).toList();
        return settings().changed().stream()
                .filter(setting -> applying.contains(setting) && !broken.contains(setting))
                .toList();
    }

    Settings mended() {
        return profiles.mended(settings());
    }

    /** What is changed; nothing for a new installation. */
    Optional<Draft.Base> base() {
        return Optional.ofNullable(content.base());
    }

    /** The newest revision with what both sides changed, when somebody saved one since the draft began. */
    Optional<ThreeWay> threeWay() {
        var cluster = content.cluster();
        if (cluster == null) {
            return Optional.empty();
        }
        return base().flatMap(base -> installations
                .find(base.installation())
                .map(Installation::latestRevision)
                .filter(newest -> newest > base.revision())
                .map(newest -> new ThreeWay(
                        installations.revision(base.installation(), base.revision()),
                        installations.revision(base.installation(), newest),
                        cluster,
                        settings())));
    }

    /** Goes on on top of their revision. */
    void rebase(ThreeWay threeWay, ThreeWay.Merged merged) {
        change(old -> old.rebased(threeWay.theirs().number(), merged));
    }

    /** A change begins at the settings: needs, profile and cluster stay. */
    int firstStep() {
        return base().isPresent() ? 4 : 1;
    }

    /** The number of the revision that saving makes. */
    int revision() {
        return base().map(base -> base.revision() + 1).orElse(1);
    }

    /** Makes the installation, or the next revision of what is changed, and needs no draft any more. */
    InstallationId save() {
        var cluster = Objects.requireNonNull(content.cluster());
        var made = base().map(base -> revise(base, cluster)).orElseGet(() -> create(cluster));
        installations.deleteDraft(id);
        return made;
    }

    private InstallationId revise(Draft.Base base, ClusterId cluster) {
        return installations
                .revise(base.installation(), base.revision(), cluster, settings(), content.comment())
                .installation();
    }

    private InstallationId create(ClusterId cluster) {
        return installations
                .create(content.name(), cluster, settings(), content.decisions(), content.comment())
                .id();
    }

    boolean isDone(int step) {
        if (step < firstStep()) {
            return true;
        }
        return switch (step) {
            case 1 ->
                content.answers().needs().isPresent()
                        && installations.checkName(content.name()).isEmpty();
            case 2 -> hasSettings();
            case 3 -> content.cluster() != null;
            case 4 -> isDone(1) && isDone(2) && isDone(3) && problems().isEmpty();
            default -> false;
        };
    }

    /** The first step that is not done; later ones cannot be opened. */
    int furthest() {
        for (var step = 1; step < STEPS; step++) {
            if (!isDone(step)) {
                return step;
            }
        }
        return STEPS;
    }
}
