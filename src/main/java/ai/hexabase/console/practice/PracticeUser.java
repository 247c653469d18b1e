package ai.hexabase.console.practice;

import ai.hexabase.console.kube.AccessQuestion;
import ai.hexabase.console.kube.Identity;
import java.util.List;

/**
 * Whom a practice cluster sees behind a connection.
 *
 * @param rules what they may do; no rules mean everything
 */
record PracticeUser(Identity identity, List<Rule> rules) {
    static final PracticeUser ADMINISTRATOR = new PracticeUser(
            new Identity("practice-admin", List.of("system:masters", "system:authenticated")), List.of());

    /** Verbs on resources of one API group, in all namespaces. */
    record Rule(String group, List<String> resources, List<String> verbs) {
        boolean allows(AccessQuestion question) {
            return group.equals(question.group())
                    && resources.contains(question.resource())
                    && verbs.contains(question.verb());
        }
    }

    boolean may(AccessQuestion question) {
        return rules.isEmpty() || rules.stream().anyMatch(rule -> rule.allows(question));
    }
}
