package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct otter battery plinth",
                "うみべのかもめはよるとぶ、ゆっくりと",
                "only lower case letters",
                "x9#Kq2!vLm8$Tz4",
                "ぬるぽ gravel 73 umbrella"
            })
    void takesLongPasswordsOfAnyComposition(String password) {
        assertThat(PasswordRules.check(password, List.of())).isEmpty();
    }

    @Test
    void refusesFewerThanFifteenCharacters() {
        assertThat(PasswordRules.check("x9#Kq2!vLm8$Tz", List.of())).contains(Problem.of("password-short", 15, 14));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "123456789012345",
                "qwertyuiopasdfgh",
                "aaaaaaaaaaaaaaaaaaaa",
                "hexabaseconsole",
                "P@ssw0rdP@ssw0rd",
                "abcabcabcabcabcabc"
            })
    void refusesWhatIsCommonlyUsed(String password) {
        assertThat(PasswordRules.check(password, List.of())).map(Problem::code).contains("password-common");
    }

    @Test
    void refusesThePersonsOwnName() {
        assertThat(PasswordRules.check("misaki.sato.misaki", List.of("misaki.sato", "Misaki Sato")))
                .isPresent();
    }

    @Test
    void measuresVeryLongPasswordsQuickly() {
        assertThat(PasswordRules.check("ab1".repeat(100), List.of()))
                .map(Problem::code)
                .contains("password-long");
    }
}
