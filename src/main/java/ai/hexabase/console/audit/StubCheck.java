package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the chain begins after what was removed: each stub follows the one before it and is signed by the console. */
final class StubCheck {
    private StubCheck() {}

    /**
     * Where the chain has to begin.
     *
     * @param removed up to which entry stubs stand for them
     * @param hash what the first entry that is left follows
     * @param brokenAt where stubs are not to be believed, null when all are
     */
    record Beginning(
            long removed,
            String hash,
            @Nullable Long brokenAt,
            @Nullable Problem problem) {
        static final Beginning NEW = new Beginning(0, Link.NOTHING, null, null);
    }

    /** @param stubs in the order of the chain */
    static Beginning of(List<Stub> stubs, Map<String, byte[]> publicKeys) {
        var beginning = Beginning.NEW;
        for (var stub : stubs) {
            if (stub.fromSeq() != beginning.removed() + 1 || !SigningKeys.isValid(stub, publicKeys)) {
                return new Beginning(
                        stub.toSeq(),
                        stub.hash(),
                        stub.fromSeq(),
                        Problem.of("audit-stub-wrong", stub.fromSeq(), stub.toSeq()));
            }
            beginning = new Beginning(stub.toSeq(), stub.hash(), null, null);
        }
        return beginning;
    }
}
