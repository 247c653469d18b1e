package ai.hexabase.console.security;

import java.time.Instant;

/** The account that the setup link made. */
public record FirstAccount(String username, String displayName, Instant createdAt) {}
