package ai.hexabase.console.identity;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.sealing.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Keeps a connection to each provider, made anew when its settings change and from time to time. */
@Service
public class ProviderConnections {
    private static final Logger log = LoggerFactory.getLogger(ProviderConnections.class);
    private static final Duration FRESH = Duration.ofMinutes(30);

    private record Kept(ProviderConnection connection, Instant changedAt, Instant openedAt) {}

    private final ProviderStore store;
    private final ClientKeys keys;
    private final Sealer sealer;
    private final Clock clock;
    private final String publicUrl;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    ProviderConnections(
            ProviderStore store,
            ClientKeys keys,
            Sealer sealer,
            Clock clock,
            @Value("${console.public-url:}") String publicUrl) {
        this.store = store;
        this.keys = keys;
        this.sealer = sealer;
        this.clock = clock;
        this.publicUrl = publicUrl.replaceAll("/$", "");
    }

    /**
     * The connection to a provider, on or off.
     *
     * @throws ProblemException {@code identity-unknown}, or why the provider could not be asked what it offers
     */
    public ProviderConnection get(String id) {
        var stored = store.find(id).orElseThrow(() -> new ProblemException(Problem.of("identity-unknown", id)));
        var known = kept.get(id);
        if (known == null || !known.changedAt().equals(stored.changedAt())) {
            return open(stored);
        }
        var connection =
                known.openedAt().plus(FRESH).isAfter(clock.instant()) ? known.connection() : refreshed(stored, known);
        return connection.with(stored.provider());
    }

    /** What was known goes on being used while the provider does not answer. */
    private ProviderConnection refreshed(ProviderStore.Stored stored, Kept known) {
        try {
            return open(stored);
        } catch (ProblemException away) {
            log.warn(
                    "Identity provider {} was not asked again: {}",
                    stored.provider().id(),
                    away.getMessage());
            return known.connection();
        }
    }

    private ProviderConnection open(ProviderStore.Stored stored) {
        var id = stored.provider().id();
        var known = kept.get(id);
        var connection = known != null && known.changedAt().equals(stored.changedAt())
                ? known.connection().with(stored.provider()).again(client(stored), redirect(id))
                : ProviderConnection.open(stored.provider(), client(stored), redirect(id));
        kept.put(id, new Kept(connection, stored.changedAt(), clock.instant()));
        return connection;
    }

    private ClientProof client(ProviderStore.Stored stored) {
        var id = stored.provider().id();
        return keys.signing(id) == null
                ? new ClientProof(null, secret(stored))
                : new ClientProof(() -> keys.signing(id), null);
    }

    private @Nullable String secret(ProviderStore.Stored stored) {
        var sealed = stored.sealedSecret();
        return sealed == null
                ? null
                : new String(
                        sealer.open(
                                sealed,
                                IdentityProviders.sealedFor(stored.provider().id())),
                        StandardCharsets.UTF_8);
    }

    /** Where the provider sends people back to. */
    private String redirect(String id) {
        return publicUrl().orElse("{baseUrl}") + "/login/oauth2/code/" + id;
    }

    /** The console's address for others, where somebody has set it; without a slash at its end. */
    public Optional<String> publicUrl() {
        return Optional.of(publicUrl).filter(url -> !url.isEmpty());
    }

    /**
     * The connection to a provider that answers right now: whoever is sent there is not sent into the void.
     *
     * @throws ProblemException as {@link #get}
     */
    public ProviderConnection answering(String id) {
        var stored = store.find(id).orElseThrow(() -> new ProblemException(Problem.of("identity-unknown", id)));
        return open(stored);
    }

    /** Asks the provider what it offers, without keeping anything; for settings that are not saved yet. */
    ProviderConnection tryOut(IdentityProvider provider) {
        return ProviderConnection.open(provider, ClientProof.NONE, redirect(provider.id()));
    }
}
