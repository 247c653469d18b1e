package ai.hexabase.console.keycloak;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody who signs in without a browser, keeping cookies as one would. */
public final class Visitor {
    private static final int MOST_REDIRECTS = 20;
    private static final Pattern SIGN_IN_FORM =
            Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(new LoopbackCookies(), CookiePolicy.ACCEPT_ALL))
            .build();

    /** Where somebody arrived; the page is empty where they were sent away to a place given in advance. */
    public record Arrival(URI address, String page) {}

    /** Opens an address and follows redirects up to a page, or up to the first address that begins with the end. */
    public Arrival open(URI address, String end) {
        return follow(HttpRequest.newBuilder(address), address, end);
    }

    /** Opens an address that leads to Keycloak's sign-in form, fills it in, and follows what comes. */
    public Arrival signIn(URI address, String username, String password, String end) {
        var form = open(address, end);
        var action = SIGN_IN_FORM.matcher(form.page());
        if (!action.find()) {
            throw new KeycloakException("no sign-in form at " + form.address() + ":\n" + form.page());
        }
        var fields = new LinkedHashMap<>(Map.of("username", username, "password", password, "credentialId", ""));
        var target = URI.create(action.group(1).replace("&amp;", "&"));
        var request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(AdminCalls.form(fields)));
        return follow(request, target, end);
    }

    private Arrival follow(HttpRequest.Builder first, URI address, String end) {
        var response = send(first);
        var here = address;
        for (int redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
            var location = response.headers().firstValue("Location");
            if (location.isEmpty()) {
                return new Arrival(here, response.body());
            }
            here = here.resolve(location.get());
            if (here.toString().startsWith(end)) {
                return new Arrival(here, "");
            }
            response = send(HttpRequest.newBuilder(here));
        }
        throw new KeycloakException("sent from place to place without end, at last to " + here);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var whole = request.timeout(Duration.ofSeconds(60)).build();
            return http.send(whole, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new KeycloakException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeycloakException("interrupted", e);
        }
    }

    /** Sends Secure cookies without TLS too, as browsers do on the loopback interface. */
    private static final class LoopbackCookies implements CookieStore {
        private final CookieStore kept = new CookieManager().getCookieStore();

        @Override
        public void add(URI address, HttpCookie cookie) {
            cookie.setSecure(false);
            kept.add(address, cookie);
        }

        @Override
        public List<HttpCookie> get(URI address) {
            return kept.get(address);
        }

        @Override
        public List<HttpCookie> getCookies() {
            return kept.getCookies();
        }

        @Override
        public List<URI> getURIs() {
            return kept.getURIs();
        }

        @Override
        public boolean remove(URI address, HttpCookie cookie) {
            return kept.remove(address, cookie);
        }

        @Override
        public boolean removeAll() {
            return kept.removeAll();
        }
    }
}
