package ai.hexabase.console.common;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} through code that cannot go on; entry points show it to the person who asked. */
public class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.code() + problem.args() + (problem.words() == null ? "" : ": " + problem.words()), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
