package ai.hexabase.console.drift;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a field, as far as Kubernetes tells: the program, not the person.
 *
 * @param manager name of the field manager, such as {@code kubectl-edit}
 * @param operation {@code Apply} or {@code Update}
 * @param subresource such as {@code scale}; empty for the object itself
 * @param at when that manager last wrote any of its fields of the object, null when not told
 */
public record FieldOwner(
        String manager,
        String operation,
        String subresource,
        @Nullable Instant at) {}
