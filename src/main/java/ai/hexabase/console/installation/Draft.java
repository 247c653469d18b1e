package ai.hexabase.console.installation;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.common.InstallationId;
import ai.hexabase.console.profile.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has entered in the wizard so far, right or wrong; kept until it is saved or thrown away.
 *
 * @param person whose it is
 * @param keptAt when it was last kept
 */
public record Draft(UUID id, String person, Instant keptAt, Content content) {
    /** The revision of an installation that a draft changes. */
    public record Base(InstallationId installation, int revision) {}

    /**
     * The entries themselves.
     *
     * @param step the step being worked at, the first is 1
     * @param cluster chosen target, null before it was chosen
     * @param settings settings of the chosen profile, null before it was chosen
     * @param base what is changed, null for a new installation
     * @param decisions about contested fields, to begin a new installation with
     */
    public record Content(
            int step,
            String name,
            Answers answers,
            @Nullable ClusterId cluster,
            @Nullable Settings settings,
            String comment,
            @Nullable Base base,
            List<FieldDecision> decisions) {
        public Content {
            // drafts kept by an earlier console have none
            decisions = List.copyOf(Objects.requireNonNullElse(decisions, List.of()));
        }

        public static final Content EMPTY = new Content(1, "", Answers.NONE, null, null, "", null, List.of());

        /** A change of an installation that exists, beginning at its settings. */
        public static Content changing(Installation installation, Revision revision) {
            return new Content(
                    4,
                    installation.name(),
                    Answers.NONE,
                    revision.cluster(),
                    revision.settings(),
                    "",
                    new Base(installation.id(), revision.number()),
                    List.of());
        }

        /** The same on top of a newer revision, with what was merged. */
        public Content rebased(int revision, ThreeWay.Merged merged) {
            var onTop = new Base(Objects.requireNonNull(base).installation(), revision);
            return new Content(step, name, answers, merged.cluster(), merged.settings(), comment, onTop, decisions);
        }

        public Content at(int newStep) {
            return new Content(newStep, name, answers, cluster, settings, comment, base, decisions);
        }

        public Content named(String newName) {
            return new Content(step, newName, answers, cluster, settings, comment, base, decisions);
        }

        public Content with(Answers newAnswers) {
            return new Content(step, name, newAnswers, cluster, settings, comment, base, decisions);
        }

        public Content on(ClusterId newCluster) {
            return new Content(step, name, answers, newCluster, settings, comment, base, decisions);
        }

        public Content with(Settings newSettings) {
            return new Content(step, name, answers, cluster, newSettings, comment, base, decisions);
        }

        public Content deciding(List<FieldDecision> newDecisions) {
            return new Content(step, name, answers, cluster, settings, comment, base, newDecisions);
        }

        public Content commented(String newComment) {
            return new Content(step, name, answers, cluster, settings, newComment, base, decisions);
        }
    }
}
