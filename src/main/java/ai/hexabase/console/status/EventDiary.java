package ai.hexabase.console.status;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ObjectRef;
import ai.hexabase.console.kube.WatchListener;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps the events of one object and tells the whole list after each change. */
final class EventDiary implements WatchListener {
    private static final Comparator<PodEvent> NEWEST_FIRST = Comparator.comparing(
                    (PodEvent event) -> event.at() == null ? Instant.EPOCH : event.at())
            .reversed();

    private final String uid;
    private final Consumer<List<PodEvent>> listener;
    private final Map<String, PodEvent> events = new ConcurrentHashMap<>();

    /** @param uid of the object: one of the same name from before is another one; empty where events do not tell it */
    EventDiary(String uid, Consumer<List<PodEvent>> listener) {
        this.uid = uid;
        this.listener = listener;
    }

    @Override
    public void listed(List<KubeObject> objects) {
        events.clear();
        objects.forEach(this::keep);
        tell();
    }

    @Override
    public void upserted(KubeObject object) {
        keep(object);
        tell();
    }

    @Override
    public void removed(ObjectRef ref) {
        events.remove(ref.name());
        tell();
    }

    private void keep(KubeObject event) {
        if (uid.isEmpty() || uid.equals(event.text("/involvedObject/uid", uid))) {
            events.put(event.name(), PodEvent.of(event));
        }
    }

    private void tell() {
        listener.accept(events.values().stream().sorted(NEWEST_FIRST).toList());
    }
}
