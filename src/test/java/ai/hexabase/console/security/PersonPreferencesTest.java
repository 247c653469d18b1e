package ai.hexabase.console.security;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Role;
import ai.hexabase.console.test.ConsoleTest;
import ai.hexabase.console.uikit.Preference;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What somebody chose follows them to the next browser, and only them. */
@ConsoleTest
class PersonPreferencesTest {
    @Autowired
    PersonPreferences preferences;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PersonSessions sessions;

    private final String name = "person-" + UUID.randomUUID();

    private static UsernamePasswordAuthenticationToken token(String name) {
        var authorities = AuthorityUtils.createAuthorityList("ROLE_ADMIN");
        var now = Clock.systemUTC().instant();
        var account = new AccountStore.Account(UUID.randomUUID(), name, name, "{noop}x", Set.of(Role.ADMIN), now, null);
        return UsernamePasswordAuthenticationToken.authenticated(
                new LocalPerson(account, authorities, new Proof(now)), null, authorities);
    }

    private static void be(UsernamePasswordAuthenticationToken token) {
        SecurityContextHolder.getContext().setAuthentication(token);
    }

    private Map<String, String> toldAtSignIn(UsernamePasswordAuthenticationToken token) {
        var response = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest(), response));
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(token, getClass()));
        return Arrays.stream(response.getCookies()).collect(Collectors.toMap(Cookie::getName, Cookie::getValue));
    }

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void theLastChoiceIsToldToTheBrowserInWhichThePersonSignsInNext() {
        be(token(name));
        preferences.keep(Preference.THEME, "light");
        preferences.keep(Preference.THEME, "dark");
        preferences.keep(Preference.ZONE, "Asia/Tokyo");
        assertThat(toldAtSignIn(token(name)))
                .containsOnly(Map.entry("hexabase-theme", "dark"), Map.entry("hexabase-zone", "Asia/Tokyo"));
        assertThat(toldAtSignIn(token("other-" + name))).isEmpty();
    }

    @Test
    void whoIsNotSignedInKeepsNothing() {
        SecurityContextHolder.clearContext();
        preferences.keep(Preference.LANGUAGE, "ja");
        assertThat(toldAtSignIn(token(name))).isEmpty();
    }

    @Test
    void theRecordNamesTheSessionThatTheListShows() {
        var token = token(name);
        be(token);
        toldAtSignIn(token);
        assertThat(sessions.mine())
                .singleElement()
                .satisfies(session -> assertThat(CurrentActor.of(token).session())
                        .isEqualTo(session.id().toString()));
    }
}
