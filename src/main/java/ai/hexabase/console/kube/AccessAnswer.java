package ai.hexabase.console.kube;

import org.jspecify.annotations.Nullable;

/** The API server's answer to an {@link AccessQuestion}; {@code reason} in its own words. */
public record AccessAnswer(
        AccessQuestion question, boolean allowed, @Nullable String reason) {}
