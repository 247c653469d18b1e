package ai.hexabase.console.security;

import ai.hexabase.console.security.ui.SignInView;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may reach what over HTTP, and the headers of every answer. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** For everything but the page itself, whose policy carries a nonce (see {@code ContentPolicy}). */
    private static final String NO_PAGE = "default-src 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final RequestMatcher SIGN_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/" + SignInView.ROUTE);

    private static final ObjectPostProcessor<HeaderWriterFilter> EAGER = new ObjectPostProcessor<>() {
        @Override
        public <F extends HeaderWriterFilter> F postProcess(F filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    };

    /** What a request that leads to a provider is refused with is told like all else. */
    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> telling(ProviderFailures failures) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(failures);
                return filter;
            }
        };
    }

    @Bean
    SecurityFilterChain web(HttpSecurity http, RequestUtil vaadinRequests, CorporateSignInParts corporate)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers("/styles/**", "/icons/**", "/favicon.svg", "/favicon.ico")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, BackChannelLogout.PLACE + "*")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, ClientKeySet.PLACE + "*")
                        .permitAll())
                .headers(SecurityConfiguration::headers)
                // Vaadin's own configuration would let the sign-in through without a token: somebody else's page could
                // sign the reader in to somebody else's account.
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest)
                        // a provider's own request, which carries a signed token
                        .ignoringRequestMatchers(BackChannelLogout.PLACE + "*"))
                .exceptionHandling(SecurityConfiguration::refusals)
                .formLogin(form -> form.loginPage("/" + SignInView.ROUTE)
                        .authenticationDetailsSource(SignInDetails::new)
                        .failureHandler(SecurityConfiguration::failed))
                .oauth2Login(login -> login.loginPage("/" + SignInView.ROUTE)
                        .authorizationEndpoint(to -> to.authorizationRequestResolver(corporate.requests())
                                .authorizationRequestRepository(new ProviderAnswers()))
                        .tokenEndpoint(to -> to.accessTokenResponseClient(corporate::exchange))
                        .userInfoEndpoint(to -> to.oidcUserService(corporate.signIn()))
                        .failureHandler(corporate.failures())
                        .withObjectPostProcessor(telling(corporate.failures())))
                // Whoever signed in gets a page that explains a wrong address, not an empty refusal.
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SignInView.class)
                                .logoutSuccessHandler(corporate.leaving())
                                .addLogoutHandler(corporate.signingOut())
                                .enableCsrfConfiguration(false)
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .build();
    }

    private static void refusals(ExceptionHandlingConfigurer<HttpSecurity> handling) {
        handling.defaultAccessDeniedHandlerFor(
                        (request, response, exception) ->
                                response.sendRedirect(request.getContextPath() + SignInView.AGAIN),
                        SIGN_IN)
                .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE);
    }

    /** Nobody is told that a password is wrong when it could not be looked up. */
    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        response.sendRedirect(request.getContextPath() + placeOf(exception));
    }

    private static String placeOf(AuthenticationException exception) {
        if (exception instanceof SignInResting resting) {
            return SignInView.RESTING + resting.until().getEpochSecond();
        }
        return exception instanceof InternalAuthenticationServiceException ? SignInView.AWAY : SignInView.FAILED;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(NO_PAGE))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"))
                // The page's servlet commits its answer past the lazy writer.
                .withObjectPostProcessor(EAGER);
    }

    /** A page that signs out by a message of its own is told in the answer where to go. */
    @Bean
    LeavingProvider leavingProvider(
            ClientRegistrationRepository registrations, @Value("${console.public-url:{baseUrl}}") String publicUrl) {
        return new LeavingProvider(registrations, publicUrl, new UidlRedirectStrategy());
    }

    /** PBKDF2 takes passwords of any length, unlike bcrypt. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    LocalAccounts localAccounts(LocalSignIn people, PasswordEncoder encoder, SignInThrottle throttle) {
        return new LocalAccounts(people, encoder, throttle);
    }

    /** What a sign-in that rests is told of, too, as one that failed. */
    @Bean
    AuthenticationEventPublisher signInEvents(ApplicationEventPublisher events) {
        var publisher = new DefaultAuthenticationEventPublisher(events);
        publisher.setAdditionalExceptionMappings(Map.of(SignInResting.class, AuthenticationFailureLockedEvent.class));
        return publisher;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
