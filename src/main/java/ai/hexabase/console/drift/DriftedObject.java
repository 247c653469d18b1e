package ai.hexabase.console.drift;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.kube.ObjectRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object that is not as it was rolled out.
 *
 * @param fields where it differs; none for objects that are gone or left over
 * @param lastOther who else than the console changed it last, null when Kubernetes names nobody
 * @param firstSeen when the console noticed it
 * @param problem why it cannot be compared or put back, in the API server's words; null when it can
 */
public record DriftedObject(
        ObjectRef ref,
        Kind kind,
        List<DriftedField> fields,
        @Nullable FieldOwner lastOther,
        Instant firstSeen,
        @Nullable Problem problem) {
    /** In which way. */
    public enum Kind {
        /** Fields have other values. */
        CHANGED,
        /** It was rolled out and is not there. */
        GONE,
        /** It belongs to the installation, but the revision has no such object. */
        LEFT_OVER,
        /** The credentials do not let us see whether it differs. */
        UNKNOWN
    }

    public DriftedObject {
        fields = List.copyOf(fields);
    }

    /** Names the object among those of an installation. */
    public String key() {
        return keyOf(ref);
    }

    static String keyOf(ObjectRef ref) {
        return ref.kind().apiVersion() + " " + ref;
    }

    DriftedObject with(List<DriftedField> other) {
        return new DriftedObject(ref, kind, other, lastOther, firstSeen, problem);
    }

    /** The same, noticed when it was noticed first. */
    DriftedObject since(DriftedObject before) {
        if (kind != before.kind) {
            return this;
        }
        var known = fields.stream().map(field -> since(field, before)).toList();
        return new DriftedObject(ref, kind, known, lastOther, before.firstSeen, problem);
    }

    private static DriftedField since(DriftedField field, DriftedObject before) {
        return before.fields.stream()
                .filter(known -> known.path().equals(field.path()))
                .findFirst()
                .map(known -> new DriftedField(
                        field.path(), field.expected(), field.live(), field.secret(), field.owner(), known.firstSeen()))
                .orElse(field);
    }
}
