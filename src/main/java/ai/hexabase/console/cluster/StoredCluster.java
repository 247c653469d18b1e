package ai.hexabase.console.cluster;

import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.kube.Identity;
import ai.hexabase.console.kube.KubeAccess;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of table {@code cluster}.
 *
 * @param uid of the namespace kube-system, which names the cluster behind an address; null when it may not be read
 * @param sealedAccess sealed {@link AccessCodec} bytes; null unless real
 * @param practiceShape name of the practice shape; null unless practice
 */
record StoredCluster(
        ClusterId id,
        String name,
        RegisteredCluster.Kind kind,
        URI server,
        Site site,
        String version,
        Identity identity,
        @Nullable String uid,
        byte @Nullable [] sealedAccess,
        @Nullable Instant credentialsExpireAt,
        @Nullable String practiceShape,
        Instant registeredAt,
        String registeredBy) {
    RegisteredCluster with(Reachability reachability) {
        return new RegisteredCluster(
                id,
                name,
                kind,
                server,
                site,
                version,
                identity,
                credentialsExpireAt,
                registeredAt,
                registeredBy,
                reachability);
    }

    /** What goes on record about it. */
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("name", name);
        facts.put("kind", kind);
        facts.put("server", server);
        facts.put("provider", site.provider());
        facts.put("region", site.region());
        facts.put("zone", site.zone());
        facts.put("jurisdiction", site.jurisdiction());
        facts.put("version", version);
        facts.put("signed in as", identity.username());
        if (credentialsExpireAt != null) {
            facts.put("access ends", credentialsExpireAt);
        }
        return facts;
    }

    /** Whether nothing about it has changed; the sealed access differs with each sealing. */
    boolean isSameAs(StoredCluster other) {
        return Arrays.equals(sealedAccess, other.sealedAccess)
                && withoutAccess().equals(other.withoutAccess());
    }

    private StoredCluster withoutAccess() {
        return new StoredCluster(
                id,
                name,
                kind,
                server,
                site,
                version,
                identity,
                uid,
                null,
                credentialsExpireAt,
                practiceShape,
                registeredAt,
                registeredBy);
    }

    /** With this access, which led to what was seen; a uid that was known once stays known. */
    StoredCluster reached(KubeAccess access, Seen seen, byte[] sealed) {
        return new StoredCluster(
                id,
                name,
                kind,
                access.server(),
                site,
                seen.server().version(),
                seen.identity(),
                seen.uid() == null ? uid : seen.uid(),
                sealed,
                CredentialsExpiry.of(access.credentials()),
                practiceShape,
                registeredAt,
                registeredBy);
    }

    StoredCluster named(String newName, Site newSite) {
        return new StoredCluster(
                id,
                newName,
                kind,
                server,
                newSite,
                version,
                identity,
                uid,
                sealedAccess,
                credentialsExpireAt,
                practiceShape,
                registeredAt,
                registeredBy);
    }
}
