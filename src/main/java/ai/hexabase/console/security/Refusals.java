package ai.hexabase.console.security;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts on record what a person's rights refuse, wherever that is asked, unless an act is under way that does so itself. */
@Component
class Refusals {
    static final UnaryOperator<Act> NOTHING = UnaryOperator.identity();

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Asked late: the record itself asks who is acting. */
    private final ObjectProvider<Acts> acts;

    Refusals(ObjectProvider<Acts> acts) {
        this.acts = acts;
    }

    /** @param object adds on what it was to be done */
    void recorded(UnaryOperator<Act> object, Runnable check) {
        try {
            check.run();
        } catch (ProblemException refused) {
            if (!acts.getObject().isAttempting()) {
                record(object, refused.problem());
            }
            throw refused;
        }
    }

    /** Refused it is all the same when that cannot be put on record. */
    private void record(UnaryOperator<Act> object, Problem why) {
        try {
            var act = Act.of("access.refuse").after(Map.of("asked", caller(), "role", String.join("", why.args())));
            acts.getObject().recordRefusal(object.apply(act).refused(why));
        } catch (RuntimeException away) {
            log.warn("A refusal could not be put on record", away);
        }
    }

    /** What was asked for, as {@code Plans.make}. */
    private static String caller() {
        return STACK.walk(frames -> frames.filter(frame -> !isOurs(frame.getDeclaringClass()))
                .findFirst()
                .map(frame -> frame.getDeclaringClass().getSimpleName() + "." + method(frame.getMethodName()))
                .orElse(""));
    }

    private static boolean isOurs(Class<?> type) {
        return type == Refusals.class || ActingPerson.class.isAssignableFrom(type) || type.isSynthetic();
    }

    /** A method's own name, also from within a lambda of it. */
    private static String method(String name) {
        return name.startsWith("lambda$") ? name.split("\\$", -1)[1] : name;
    }
}
