package ai.hexabase.console.profile;

import java.util.List;
import org.springframework.stereotype.Component;

/** The profiles, what they recommend themselves for, and the rules of their settings. */
@Component
public class Profiles {
    /** All profiles, smallest first. */
    public List<Profile> all() {
        return Profile.all();
    }

    /** The profile that fits what is needed, with reasons. */
    public Recommendation recommend(Needs needs) {
        return Judge.recommend(needs);
    }

    /** The same for a profile that the administrator chose instead. */
    public Recommendation judge(Profile profile, Needs needs) {
        return new Recommendation(profile.id(), Judge.reasons(profile, needs), Judge.settings(profile, needs));
    }

    /** The settings that say anything beside the others, in their usual order; the rest need not be shown. */
    public List<Setting> applying(Settings settings) {
        return SettingRules.applying(settings);
    }

    /** Everything that is wrong with the settings, in their usual order; empty when they may be used. */
    public List<SettingProblem> validate(Settings settings) {
        return SettingRules.check(settings);
    }

    /** The same settings, with every broken text replaced by the profile's own, so that sums can be shown meanwhile. */
    public Settings mended(Settings settings) {
        var mended = settings;
        for (var problem : validate(settings)) {
            mended = mended.with(
                    problem.setting(), Profile.of(settings.profile()).value(problem.setting()));
        }
        return mended;
    }

    /** What the settings ask of a cluster; only for valid settings. */
    public TenantDemand demand(Settings settings, Supply supply) {
        return TenantDemand.of(settings, supply);
    }
}
