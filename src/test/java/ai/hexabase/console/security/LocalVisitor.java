package ai.hexabase.console.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Somebody at the console's door without a browser's own caution: cookies are kept, redirects are told, not followed. */
final class LocalVisitor {
    private final String console;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    private LocalVisitor(String console, String from) throws IOException {
        this.console = console;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .localAddress(InetAddress.getByName(from))
                .build();
    }

    static LocalVisitor at(String console) throws IOException {
        return from("127.0.0.1", console);
    }

    /** From another address of this machine. */
    static LocalVisitor from(String address, String console) throws IOException {
        return new LocalVisitor(console, address);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : URI.create(console + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String form, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(console + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** With the token of a page of the console's own. */
    HttpResponse<String> signIn(String name, String password, String... headers) throws Exception {
        return post(
                "/sign-in",
                "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + csrf(),
                headers);
    }

    String csrf() throws Exception {
        return get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" content=\"([^\"]+)\".*", "$1");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where an answer leads. */
    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    boolean isSignedIn() throws Exception {
        return get("/me").statusCode() == 200;
    }

    Optional<HttpCookie> cookie(String name) {
        return all().stream().filter(each -> each.getName().equals(name)).findFirst();
    }

    List<HttpCookie> all() {
        return cookies.getCookieStore().getCookies();
    }

    void setCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().getCookies().stream()
                .filter(each -> each.getName().equals(name))
                .toList()
                .forEach(each -> cookies.getCookieStore().remove(URI.create(console), each));
        cookies.getCookieStore().add(URI.create(console), cookie);
    }
}
