package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ListQuery;
import ai.hexabase.console.kube.ResourceKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims by namespace and name, each with its volume and the pods that use it; then the volumes that nobody claims. */
final class VolumeTable extends LiveTable<VolumeRow> {
    private static final String CLAIM = "claim ";
    private static final String VOLUME = "volume ";

    /** @param claim null when the volume was never claimed */
    private record Volume(VolumeRow row, @Nullable String claim) {}

    private record User(String pod, List<String> claims) {}

    private record Note(String claim, PodEvent event) {}

    private final Part<VolumeRow> claims;
    private final Part<Volume> volumes;
    private final Part<User> users;
    private final Part<Note> notes;

    VolumeTable(LiveScope scope) {
        var namespace = scope.namespace();
        claims = Part.rowsAndMore(
                ListQuery.of(ResourceKind.PERSISTENT_VOLUME_CLAIM).in(namespace),
                claim -> VolumeRow.ofClaim(scope.cluster(), claim, pool),
                VolumeTable::concerned);
        volumes = Part.lookedUp(
                ListQuery.of(ResourceKind.PERSISTENT_VOLUME), volume -> volume(scope, volume), VolumeTable::concerned);
        users = Part.about(ListQuery.of(ResourceKind.POD).in(namespace), VolumeTable::user, User::claims);
        notes = Part.about(
                ListQuery.of(ResourceKind.EVENT).in(namespace).fields("involvedObject.kind=PersistentVolumeClaim"),
                VolumeTable::note,
                note -> List.of(note.claim()));
    }

    private @Nullable Volume volume(LiveScope scope, KubeObject volume) {
        var name = volume.text("/spec/claimRef/name");
        var namespace = volume.text("/spec/claimRef/namespace");
        return scope.namespace() != null && !scope.namespace().equals(namespace)
                ? null
                : new Volume(
                        VolumeRow.ofVolume(scope.cluster(), volume, pool),
                        name == null ? null : CLAIM + namespace + "/" + name);
    }

    /** A volume is told by its claim from the moment the claim has it. */
    private static Collection<String> concerned(VolumeRow claim) {
        var own = CLAIM + Part.key(claim.ref());
        return claim.volume() == null ? List.of(own) : List.of(own, VOLUME + claim.volume());
    }

    private static Collection<String> concerned(Volume volume) {
        var own = VOLUME + volume.row().name();
        return volume.claim() == null ? List.of(own) : List.of(own, volume.claim());
    }

    private static @Nullable User user(KubeObject pod) {
        var claims = new ArrayList<String>();
        for (var volume : pod.at("/spec/volumes")) {
            var claim = volume.at("/persistentVolumeClaim/claimName").asString("");
            if (!claim.isEmpty()) {
                claims.add(CLAIM + pod.namespace() + "/" + claim);
            }
        }
        return claims.isEmpty() ? null : new User(pod.name(), List.copyOf(claims));
    }

    private static Note note(KubeObject event) {
        return new Note(
                CLAIM + event.text("/involvedObject/namespace", "") + "/" + event.text("/involvedObject/name", ""),
                PodEvent.of(event));
    }

    @Override
    List<Part<?>> parts() {
        return List.of(claims, volumes, users, notes);
    }

    @Override
    @Nullable
    VolumeRow row(String key) {
        if (key.startsWith(CLAIM)) {
            var claim = claims.get(key.substring(CLAIM.length()));
            return claim == null ? null : claim(key, claim);
        }
        var volume = volumes.get(key.substring(VOLUME.length()));
        return volume == null || isHeld(volume) ? null : volume.row();
    }

    private VolumeRow claim(String key, VolumeRow claim) {
        var volume = claim.volume() == null ? null : volumes.get(claim.volume());
        var pods = users.about(key).stream().map(User::pod).sorted().toList();
        return claim.with(volume == null ? null : volume.row().policy(), pods, why(key, claim));
    }

    private PodReason why(String key, VolumeRow claim) {
        if (claim.reason().health() != Health.PROGRESSING) {
            return claim.reason();
        }
        return notes.about(key).stream()
                .map(Note::event)
                .max(Comparator.comparing(event -> event.at() == null ? Instant.EPOCH : event.at()))
                .map(event -> VolumeWords.pending(event.reason(), event.message()))
                .orElse(claim.reason());
    }

    /** Its claim is there and tells everything. */
    private boolean isHeld(Volume volume) {
        var claim = volume.claim() == null ? null : claims.get(volume.claim().substring(CLAIM.length()));
        return claim != null && volume.row().name().equals(claim.volume());
    }
}
