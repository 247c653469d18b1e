package ai.hexabase.console.profile;

import java.util.ArrayList;
import java.util.List;

/** Weighs profiles against what is needed. */
final class Judge {
    private static final int ZONES_TO_SURVIVE = 3;

    private Judge() {}

    static Recommendation recommend(Needs needs) {
        var profile = Profile.all().stream()
                .filter(each -> fits(each, needs))
                .findFirst()
                .orElseGet(() -> Profile.all().getLast());
        return new Recommendation(profile.id(), reasons(profile, needs), settings(profile, needs));
    }

    private static boolean fits(Profile profile, Needs needs) {
        return needs.users() < profile.usersBelow()
                && needs.vclusters() <= profile.maxVclusters()
                && (profile.zonesNeeded() > 1 || !needs.surviveZoneLoss());
    }

    static List<Reason> reasons(Profile profile, Needs needs) {
        var reasons = new ArrayList<Reason>();
        reasons.add(users(profile, needs.users()));
        reasons.add(vclusters(profile, needs.vclusters()));
        reasons.add(zones(profile, needs));
        reasons.add(database(needs));
        if (!needs.has(Needs.Present.LOAD_BALANCER)) {
            reasons.add(Reason.warning("no-load-balancer"));
        }
        return List.copyOf(reasons);
    }

    private static Reason users(Profile profile, int users) {
        if (users >= profile.usersBelow()) {
            if (profile.isLargest()) {
                return beyond("users-beyond", users, profile.usersBelow() - 1);
            }
            return profile.usersFrom() > 1
                    ? Reason.warning("users-above", users, profile.usersBelow() - 1)
                    : Reason.warning("users-not-below", users, profile.usersBelow());
        }
        if (users < profile.usersFrom()) {
            return Reason.ok("users-roomy", users, profile.usersFrom(), profile.usersBelow() - 1);
        }
        return profile.usersFrom() > 1
                ? Reason.ok("users-between", users, profile.usersFrom(), profile.usersBelow() - 1)
                : Reason.ok("users-below", users, profile.usersBelow());
    }

    /** More than any profile is made for: divided over so many installations, each part is within the limit. */
    private static Reason beyond(String key, int wanted, int limit) {
        return Reason.warning(key, wanted, limit, Math.ceilDiv(wanted, limit));
    }

    private static Reason vclusters(Profile profile, int wanted) {
        var limit = profile.maxVclusters();
        if (wanted > limit) {
            return profile.isLargest()
                    ? beyond("vclusters-beyond", wanted, limit)
                    : Reason.warning("vclusters-above", wanted, limit);
        }
        return wanted == limit
                ? Reason.warning("vclusters-at-limit", wanted, limit)
                : Reason.ok("vclusters-below", wanted, limit);
    }

    private static Reason zones(Profile profile, Needs needs) {
        var spreads = profile.zonesNeeded() > 1;
        if (needs.surviveZoneLoss()) {
            return spreads && needs.zones() >= ZONES_TO_SURVIVE
                    ? Reason.ok("zone-loss-survived", needs.zones())
                    : Reason.warning(spreads ? "zone-loss-too-few" : "zone-loss-not-here", needs.zones());
        }
        if (!spreads) {
            return Reason.ok("zone-loss-not-needed", needs.zones());
        }
        return needs.zones() >= ZONES_TO_SURVIVE
                ? Reason.ok("zones-enough", needs.zones())
                : Reason.warning("zones-not-spread", needs.zones());
    }

    private static Reason database(Needs needs) {
        if (needs.has(Needs.Present.EXTERNAL_DATABASE)) {
            return Reason.ok("database-external");
        }
        return needs.has(Needs.Present.CLOUD_NATIVE_PG)
                ? Reason.ok("database-operator-there")
                : Reason.warning("database-operator-missing");
    }

    /** The profile's values, changed only where they could not work with what was answered. */
    static Settings settings(Profile profile, Needs needs) {
        var settings = profile.settings();
        if (needs.has(Needs.Present.EXTERNAL_DATABASE)) {
            settings = settings.with(Setting.DATABASE_KIND, Setting.Words.EXTERNAL);
        }
        if (!needs.has(Needs.Present.LOAD_BALANCER)) {
            settings = settings.with(Setting.SERVICE_TYPE, "NodePort");
        }
        if (profile.zonesNeeded() > needs.zones() && !needs.surviveZoneLoss()) {
            settings = settings.with(Setting.ZONES, "");
        }
        return settings;
    }
}
