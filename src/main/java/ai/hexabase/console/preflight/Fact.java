package ai.hexabase.console.preflight;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.common.Problem;
import java.util.function.Function;

/** Something asked of the cluster: the answer, or why there is none. */
public sealed interface Fact<T> {
    record Known<T>(T value) implements Fact<T> {}

    record Unknown<T>(Problem why) implements Fact<T> {}

    static <T> Fact<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Fact<T> unknown(Problem why) {
        return new Unknown<>(why);
    }

    /** Decides on the answer, or says that the check could not be made and why. */
    default Check decide(String code, Message needed, Function<T, Check> decision) {
        return switch (this) {
            case Known<T> known -> decision.apply(known.value());
            case Unknown<T> unknown ->
                new Check(
                        code,
                        Result.UNKNOWN,
                        unknown.why().what(),
                        needed,
                        unknown.why().action(),
                        unknown.why().words());
        };
    }
}
