package ai.hexabase.console.uikit;

import ai.hexabase.console.common.Problem;
import com.vaadin.flow.component.HasValidation;
import java.util.List;
import java.util.Map;

/** Tells problems at the fields that they are about. */
public final class FieldProblems {
    private FieldProblems() {}

    /** At each field the first problem whose code begins with the field's; a field without one is right. */
    public static void show(Map<String, ? extends HasValidation> fields, List<Problem> problems) {
        fields.forEach((code, field) -> mark(
                field,
                problems.stream()
                        .filter(problem -> problem.code().startsWith(code))
                        .findFirst()
                        .map(FieldProblems::words)
                        .orElse("")));
    }

    /** @param error empty when the field is right */
    public static void mark(HasValidation field, String error) {
        field.setErrorMessage(error);
        field.setInvalid(!error.isEmpty());
    }

    /** What is wrong and what to do, in one line. */
    public static String words(Problem problem) {
        return Texts.of(problem.what()) + " " + Texts.of(problem.action());
    }
}
