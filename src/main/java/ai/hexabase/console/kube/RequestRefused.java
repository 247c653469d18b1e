package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;

/** The API server answered "no" to a call whose result has no place for that, such as a list without permission. */
public class RequestRefused extends ProblemException {
    private final transient Refusal refusal;

    public RequestRefused(Refusal refusal) {
        super(Problem.of("kube-denied", refusal.reason(), refusal.code()).saying(refusal.message()));
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
