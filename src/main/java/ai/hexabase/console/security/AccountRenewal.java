package ai.hexabase.console.security;

import java.time.Instant;

/**
 * An account for which somebody had a link made on the server's command line.
 *
 * @param used whether the account has a new password since
 */
public record AccountRenewal(String account, Instant at, boolean used) {}
