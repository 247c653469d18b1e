package ai.hexabase.console.installation;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.profile.Needs;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers to the wizard's questions as typed, right or wrong. */
public record Answers(
        String users, String vclusters, String zones, boolean surviveZoneLoss, Set<Needs.Present> present) {
    /** Before anything was said. */
    public static final Answers NONE =
            new Answers("", "", "", false, EnumSet.of(Needs.Present.CLOUD_NATIVE_PG, Needs.Present.LOAD_BALANCER));

    private static final int MOST_USERS = 1_000_000;
    private static final int MOST_VCLUSTERS = 100_000;
    private static final int MOST_ZONES = 20;

    /** Which answer. */
    public enum Question {
        USERS,
        VCLUSTERS,
        ZONES
    }

    public Answers {
        present = Set.copyOf(present);
    }

    /** What is wrong with which answer; empty when all are good. */
    public Map<Question, Problem> problems() {
        var problems = new LinkedHashMap<Question, Problem>();
        check(users, MOST_USERS).ifPresent(problem -> problems.put(Question.USERS, problem));
        check(vclusters, MOST_VCLUSTERS).ifPresent(problem -> problems.put(Question.VCLUSTERS, problem));
        check(zones, MOST_ZONES).ifPresent(problem -> problems.put(Question.ZONES, problem));
        return problems;
    }

    private static Optional<Problem> check(String text, int most) {
        if (text.isBlank()) {
            return Optional.of(Problem.of("setting-missing"));
        }
        var number = number(text);
        return number >= 1 && number <= most
                ? Optional.empty()
                : Optional.of(Problem.of("answer-number", text.length() > 40 ? text.substring(0, 40) : text, 1, most));
    }

    /** The number people mean, with narrow digits and without grouping; -1 when it is none. */
    private static int number(String text) {
        var plain = java.text.Normalizer.normalize(
                        text.length() > 40 ? text.substring(0, 40) : text, java.text.Normalizer.Form.NFKC)
                .replaceAll("[,\\s]", "");
        return plain.matches("[0-9]{1,8}") ? Integer.parseInt(plain) : -1;
    }

    /** What is needed, when every answer is good. */
    public Optional<Needs> needs() {
        return problems().isEmpty()
                ? Optional.of(new Needs(number(users), number(vclusters), number(zones), surviveZoneLoss, present))
                : Optional.empty();
    }
}
