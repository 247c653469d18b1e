package ai.hexabase.console.registry;

import ai.hexabase.console.common.MetadataAddress;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.http.OutgoingConnections;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** HTTP to a registry: through the machine's proxy, trusting its own authorities too, never following elsewhere. */
final class RegistryHttp implements AutoCloseable {
    /** A token or a list of errors is small; nothing else is read. */
    private static final int MOST_BYTES = 64 * 1024;

    /** An answer, read as far as it matters. */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .findFirst();
        }
    }

    private final HttpClient http;

    RegistryHttp(List<X509Certificate> authorities) {
        http = OutgoingConnections.http(authorities);
    }

    /** @throws ProblemException with why there is no answer */
    Answer get(URI address, Map<String, String> headers) {
        var host = address.getHost();
        if (host == null || MetadataAddress.isBehind(host)) {
            throw new ProblemException(Problem.of("registry-address-forbidden", String.valueOf(host)));
        }
        var request = HttpRequest.newBuilder(address).timeout(OutgoingConnections.ANSWER);
        OutgoingConnections.proxyAuthorization(address)
                .ifPresent(value -> request.header(OutgoingConnections.PROXY_AUTHORIZATION, value));
        headers.forEach(request::header);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return new Answer(
                        answer.statusCode(),
                        answer.headers().map(),
                        new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new ProblemException(why(failed, address.getAuthority()), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of("registry-silent", address.getAuthority()), stopped);
        }
    }

    /** Why a registry could not be asked, told apart as far as the machine tells. */
    private static Problem why(IOException failed, String address) {
        if (has(failed, UnknownHostException.class) || has(failed, UnresolvedAddressException.class)) {
            return Problem.of("registry-name-unknown", RegistryRules.host(address));
        }
        var code = failed instanceof SSLException tls
                ? tlsTrouble(tls)
                : failed instanceof HttpConnectTimeoutException || failed instanceof HttpTimeoutException
                        ? "registry-silent"
                        : failed instanceof ConnectException ? "registry-refused" : "registry-broken-off";
        return Problem.of(code, address).saying(words(failed));
    }

    private static String tlsTrouble(SSLException failed) {
        var said = words(failed);
        if (has(failed, CertPathBuilderException.class)) {
            return "registry-authority-unknown";
        }
        if (has(failed, CertPathValidatorException.class)) {
            return "registry-certificate";
        }
        if (has(failed, CertificateException.class)) {
            return said.startsWith("No ") ? "registry-other-name" : "registry-certificate";
        }
        return said.contains("plaintext") || said.contains("Unsupported or unrecognized")
                ? "registry-plain"
                : "registry-tls";
    }

    private static boolean has(Throwable failed, Class<? extends Throwable> kind) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The innermost words are the useful ones. */
    private static String words(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        var said = cause.getMessage();
        return said == null || said.isBlank() ? cause.getClass().getSimpleName() : said;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
