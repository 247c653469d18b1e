package ai.hexabase.console.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;

/**
 * The keys that a provider publishes, kept for a minute: one that is unknown has them fetched at once, but somebody who
 * invents names of keys cannot have them fetched without end, and a key that is gone is soon believed no more.
 */
final class ProviderKeys {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Within that time, keys are fetched twice at most. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private ProviderKeys() {}

    static JWKSource<SecurityContext> at(String address, RestOperations http) {
        var kept = JWKSourceBuilder.<SecurityContext>create(url(address), url -> read(url, http))
                .cache(KEPT.toMillis(), PATIENCE.toMillis())
                .refreshAheadCache(false)
                .rateLimited(PAUSE.toMillis())
                .build();
        return (wanted, context) -> {
            try {
                return kept.get(wanted, context);
            } catch (RateLimitReachedException soon) {
                // says nothing by itself, and stands on record
                throw new KeySourceException("unknown key, and the provider’s keys were fetched just now", soon);
            }
        };
    }

    private static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (MalformedURLException | IllegalArgumentException malformed) {
            throw new IllegalArgumentException("not an address of keys: " + address, malformed);
        }
    }

    private static Resource read(URL url, RestOperations http) throws IOException {
        try {
            var found = http.getForObject(URI.create(url.toString()), String.class);
            return new Resource(found == null ? "" : found, MediaType.APPLICATION_JSON_VALUE);
        } catch (RestClientException away) {
            throw new IOException(away.getMessage(), away);
        }
    }
}
