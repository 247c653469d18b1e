package ai.hexabase.console.security;

import java.time.Instant;

/** What goes when an account is set up anew: its sessions, its rests, and what is known of its browsers. */
record AccountReset(SessionStore sessions, FailureStore failures, DeviceStore devices) {
    /** @return how many sessions were open */
    int begin(AccountStore.Account account, Instant now) {
        failures.forget(account.username());
        devices.forget(account.id());
        return sessions.endAll(Person.LOCAL, account.username(), SessionEnd.RENEWED, now)
                .size();
    }
}
