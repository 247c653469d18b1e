package ai.hexabase.console.security;

import ai.hexabase.console.uikit.Preference;
import ai.hexabase.console.uikit.PreferenceKeeper;
import ai.hexabase.console.uikit.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Keeps how the console looks to a person, and tells the browser in which they sign in. Not on record: nobody but the
 * person sees it.
 */
@Service
class PersonPreferences implements PreferenceKeeper {
    private static final Logger log = LoggerFactory.getLogger(PersonPreferences.class);

    private final PreferenceStore store;

    PersonPreferences(PreferenceStore store) {
        this.store = store;
    }

    /** While the database is away the choice holds in this browser all the same. */
    @Override
    public void keep(Preference what, String value) {
        try {
            CurrentPerson.signedIn().ifPresent(person -> store.keep(person, what, value));
        } catch (DataAccessException away) {
            log.warn("What somebody chose could not be kept: {}", away.getMessage());
        }
    }

    /** What was chosen anywhere else wins over what this browser remembers. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof Person person
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var response = attributes.getResponse();
            var secure = attributes.getRequest().isSecure();
            if (response != null) {
                store.of(person).forEach((what, value) -> response.addCookie(Preferences.cookie(what, value, secure)));
            }
        }
    }
}
