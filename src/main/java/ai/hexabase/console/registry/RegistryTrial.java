package ai.hexabase.console.registry;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.registry.RegistryCheck.SignIn;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a registry for an image as a container runtime would (OCI Distribution Specification 1.1, and the token
 * authentication of Docker's registry): who is it, who asks, where is the manifest.
 */
final class RegistryTrial {
    private static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.docker.distribution.manifest.v2+json");

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    /** What was found. */
    record Found(String digest, SignIn signIn) {}

    private final RegistryHttp http;
    private final ImageRegistry registry;
    private final String password;
    private final ImageName image;

    RegistryTrial(RegistryHttp http, ImageRegistry registry, @Nullable String password, ImageName image) {
        this.http = http;
        this.registry = registry;
        this.password = password == null ? "" : password;
        this.image = image;
    }

    /** @throws ProblemException with why the image cannot be had */
    Found run() {
        var base = http.get(address("/v2/"), Map.of());
        return switch (base.status()) {
            case OK -> manifest(SignIn.NONE, "");
            case UNAUTHORIZED -> signIn(base);
            default -> throw unexpected(base, "registry-none");
        };
    }

    private URI address(String path) {
        return URI.create("https://" + registry.address() + path);
    }

    private Found signIn(RegistryHttp.Answer base) {
        var challenge = base.header("WWW-Authenticate")
                .flatMap(Challenge::read)
                .orElseThrow(() -> problem("registry-none", registry.address()));
        return switch (challenge.scheme()) {
            case "basic" -> basic();
            case "bearer" -> manifest(SignIn.TOKEN, "Bearer " + token(challenge));
            default -> throw problem("registry-scheme", registry.address(), challenge.scheme());
        };
    }

    private Found basic() {
        if (!hasAccount()) {
            throw problem("registry-account-wanted", registry.address());
        }
        var signedIn = http.get(address("/v2/"), Map.of("Authorization", account()));
        if (signedIn.status() == UNAUTHORIZED) {
            throw problem("registry-account-wrong", registry.address(), registry.account());
        }
        return manifest(SignIn.BASIC, account());
    }

    private boolean hasAccount() {
        return !registry.account().isEmpty();
    }

    private String account() {
        var both = (registry.account() + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** For exactly what is asked for: pulling this repository. */
    private String token(Challenge challenge) {
        var answer = http.get(tokenAddress(challenge), hasAccount() ? Map.of("Authorization", account()) : Map.of());
        if (answer.status() == UNAUTHORIZED || answer.status() == FORBIDDEN) {
            throw hasAccount()
                    ? problem("registry-account-wrong", registry.address(), registry.account())
                    : problem("registry-account-wanted", registry.address());
        }
        if (answer.status() != OK) {
            throw unexpected(answer, "registry-token");
        }
        return json(answer.body())
                .map(token ->
                        token.path("token").asString(token.path("access_token").asString("")))
                .filter(token -> !token.isEmpty())
                .orElseThrow(() -> problem("registry-token", registry.address()));
    }

    /** The account goes nowhere but over TLS. */
    private URI tokenAddress(Challenge challenge) {
        try {
            var realm = challenge.get("realm");
            var address = URI.create(realm
                    + (realm.contains("?") ? "&" : "?")
                    + "service=" + encoded(challenge.get("service"))
                    + "&scope=" + encoded("repository:" + image.repository() + ":pull"));
            if ("https".equalsIgnoreCase(address.getScheme()) && address.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw problem("registry-realm", registry.address(), challenge.get("realm"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Found manifest(SignIn signIn, String authorization) {
        var path = address("/v2/" + image.repository() + "/manifests/" + image.reference());
        var headers = authorization.isEmpty()
                ? Map.of("Accept", MANIFESTS)
                : Map.of("Accept", MANIFESTS, "Authorization", authorization);
        var answer = http.get(path, headers);
        return switch (answer.status()) {
            case OK -> new Found(digest(answer), signIn);
            case UNAUTHORIZED, FORBIDDEN -> throw noRight(signIn);
            case NOT_FOUND -> throw missing(answer);
            default -> throw unexpected(answer, "registry-none");
        };
    }

    /** A site that answers everything with a page is no registry. */
    private String digest(RegistryHttp.Answer answer) {
        var type = answer.header("Content-Type").orElse("");
        if (!type.startsWith("application/vnd.")) {
            throw problem("registry-none", registry.address());
        }
        return answer.header("Docker-Content-Digest").orElse("");
    }

    private ProblemException noRight(SignIn signIn) {
        return signIn == SignIn.NONE || !hasAccount()
                ? problem("registry-account-wanted", registry.address())
                : problem("registry-no-right", registry.account(), image.repository());
    }

    private ProblemException missing(RegistryHttp.Answer answer) {
        var codes = json(answer.body())
                .map(body -> body.path("errors").findValuesAsString("code"))
                .orElseThrow(() -> problem("registry-none", registry.address()));
        return codes.contains("NAME_UNKNOWN")
                ? problem("registry-repository-missing", registry.address(), image.repository())
                : problem("registry-manifest-missing", image.repository(), image.reference());
    }

    private ProblemException unexpected(RegistryHttp.Answer answer, String otherwise) {
        var status = answer.status();
        if (status == TOO_MANY) {
            return problem("registry-throttled", registry.address());
        }
        if (status >= 300 && status < 400) {
            var to = answer.header("Location").orElse("");
            return problem("registry-elsewhere", registry.address(), to);
        }
        return new ProblemException(Problem.of(status >= 500 ? "registry-failing" : otherwise, registry.address())
                .saying("HTTP " + status));
    }

    private static ProblemException problem(String code, Object... args) {
        return new ProblemException(Problem.of(code, args));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text)).filter(JsonNode::isObject);
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }
}
