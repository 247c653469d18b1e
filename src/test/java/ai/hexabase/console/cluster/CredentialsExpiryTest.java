package ai.hexabase.console.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.kube.Credentials;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsExpiryTest {
    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c", "a.e30.c", "..", "a.eyJleHAiOiJzb29uIn0.c", "a.W10.c"})
    void aTokenThatTellsNoEndHasNone(String token) {
        assertThat(CredentialsExpiry.of(new Credentials.BearerToken(token))).isNull();
    }

    @org.junit.jupiter.api.Test
    void aTokensEndIsItsExpClaim() {
        var end = Instant.parse("2027-01-01T00:00:00Z");
        assertThat(CredentialsExpiry.of(new Credentials.BearerToken(SampleKubeconfig.token(end))))
                .isEqualTo(end);
    }
}
