package ai.hexabase.console.installation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.installation.Answers.Question;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static Answers users(String users) {
        return new Answers(users, "20", "1", false, Set.of());
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "'1,000', 1000", "８０, 80", "' 80 ', 80", "1000000, 1000000"})
    void numbersAreReadAsPeopleWriteThem(String text, int number) {
        assertThat(users(text).needs().orElseThrow().users()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0", "-1", "eighty", "1.5", "1000001", "99999999999999999999", "80 people"})
    void otherTextIsAProblemOfItsQuestion(String text) {
        assertThat(users(text).problems()).containsOnlyKeys(Question.USERS);
        assertThat(users(text).needs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"501, true", "100000, true", "100001, false"})
    void moreTenantsThanAnyProfileHoldsAreAnAnswerLikeAnother(String vclusters, boolean right) {
        var answers = new Answers("80", vclusters, "1", false, Set.of());
        assertThat(answers.needs().isPresent()).isEqualTo(right);
    }

    @Test
    void hugeTextIsRepeatedShort() {
        var problem = users("9".repeat(100_000)).problems().get(Question.USERS);
        assertThat(problem).isNotNull();
        assertThat(problem.args()).allMatch(arg -> arg.length() <= 40);
    }

    @Test
    void beforeAnythingWasSaidEveryAnswerIsOpen() {
        assertThat(Answers.NONE.problems()).containsOnlyKeys(Question.values());
    }
}
