package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Two people changed the same revision: what it said, what the newest one says, and what a draft says.
 *
 * <p>What only one of them changed is merged; what both changed differently must be chosen.
 *
 * @param base the revision the draft began at
 * @param theirs the newest revision
 */
public record ThreeWay(Revision base, Revision theirs, ClusterId cluster, Settings mine) {
    /** Whose value is taken. */
    public enum Side {
        THEIRS,
        MINE
    }

    /** What a line is about: a setting, or with {@code setting} null one of the other two. */
    public enum About {
        CLUSTER,
        PROFILE,
        SETTING
    }

    /** Something that at least one of the two changed. */
    public record Line(About about, @Nullable Setting setting, String base, String theirs, String mine) {
        /** Both changed it, and not to the same. */
        public boolean isContested() {
            return !theirs.equals(base) && !mine.equals(base) && !theirs.equals(mine);
        }

        /** Who changed it, when it is not contested; mine also when both did the same. */
        public Side side() {
            return mine.equals(base) ? Side.THEIRS : Side.MINE;
        }

        private String taken(Map<Line, Side> chosen) {
            var side = isContested() ? chosen.get(this) : side();
            if (side == null) {
                throw new IllegalArgumentException("Nothing was chosen for " + about + " " + setting);
            }
            return side == Side.MINE ? mine : theirs;
        }
    }

    /** The result, to go on with on top of {@code theirs}. */
    public record Merged(ClusterId cluster, Settings settings) {}

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        add(lines, About.CLUSTER, null, text(base.cluster()), text(theirs.cluster()), text(cluster));
        add(
                lines,
                About.PROFILE,
                null,
                base.settings().profile(),
                theirs.settings().profile(),
                mine.profile());
        for (var setting : Setting.values()) {
            add(
                    lines,
                    About.SETTING,
                    setting,
                    base.settings().text(setting),
                    theirs.settings().text(setting),
                    mine.text(setting));
        }
        return List.copyOf(lines);
    }

    private static void add(
            List<Line> lines, About about, @Nullable Setting setting, String was, String other, String own) {
        if (!was.equals(other) || !was.equals(own)) {
            lines.add(new Line(about, setting, was, other, own));
        }
    }

    private static String text(ClusterId id) {
        return id.value().toString();
    }

    /** @param chosen a side for every contested line */
    public Merged merged(Map<Line, Side> chosen) {
        var place = cluster;
        var profile = mine.profile();
        var texts = new TreeMap<>(mine.values());
        for (var line : lines()) {
            var taken = line.taken(chosen);
            switch (line.about()) {
                case CLUSTER -> place = taken.equals(text(cluster)) ? cluster : theirs.cluster();
                case PROFILE -> profile = taken;
                case SETTING -> {
                    if (line.setting() != null) {
                        texts.put(line.setting().key(), taken);
                    }
                }
            }
        }
        return new Merged(place, new Settings(profile, texts));
    }
}
