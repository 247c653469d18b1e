package ai.hexabase.console.security;

import ai.hexabase.console.common.Problem;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords are good enough, after NIST SP 800-63B-4: at least 15 characters because the password is the only
 * factor, no rules of composition, nothing that is commonly used or easily guessed.
 */
final class PasswordRules {
    static final int MIN_LENGTH = 15;
    static final int MAX_LENGTH = 256;
    /** zxcvbn scores 0 to 4; 3 is 10^8 guesses or more. */
    private static final int GOOD_ENOUGH = 3;
    /** Measuring time grows with the square of the length, and what is longer is not common. */
    private static final int MEASURED_LENGTH = 64;

    /** What must remain of a password once the person's own names are taken out. */
    private static final int MIN_REST = 8;

    private static final Zxcvbn METER = new Zxcvbn();

    private PasswordRules() {}

    static Optional<Problem> check(String password, List<String> personal) {
        var length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of(Problem.of("password-short", MIN_LENGTH, length));
        }
        if (length > MAX_LENGTH) {
            return Optional.of(Problem.of("password-long", MAX_LENGTH));
        }
        return isGuessable(password, personal) ? Optional.of(Problem.of("password-common")) : Optional.empty();
    }

    private static boolean isGuessable(String password, List<String> personal) {
        if (withoutNames(password, personal).length() < MIN_REST) {
            return true;
        }
        var words = new ArrayList<>(personal);
        words.addAll(List.of("hexabase", "console", "kubernetes", "administrator"));
        var measured = password.substring(0, Math.min(password.length(), MEASURED_LENGTH));
        return METER.measure(measured, words).getScore() < GOOD_ENOUGH;
    }

    private static String withoutNames(String password, List<String> personal) {
        var rest = password.toLowerCase(Locale.ROOT);
        for (var name : personal) {
            for (var part : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
                rest = part.length() < 3 ? rest : rest.replace(part, "");
            }
        }
        return rest.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
