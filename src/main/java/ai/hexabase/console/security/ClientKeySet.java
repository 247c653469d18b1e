package ai.hexabase.console.security;

import ai.hexabase.console.identity.ClientKey;
import ai.hexabase.console.identity.ClientKeys;
import ai.hexabase.console.security.ui.SignInLinks;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where identity providers find the public keys of the console's client there (JSON Web Key Set, RFC 7517). */
@RestController
class ClientKeySet {
    static final String PLACE = "/" + SignInLinks.KEYS;
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final ClientKeys keys;

    ClientKeySet(ClientKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = PLACE + "{provider}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> published(@PathVariable String provider) {
        var found = keys.published(provider);
        return found.isEmpty()
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                        .body(found.stream().map(ClientKey::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}")));
    }
}
