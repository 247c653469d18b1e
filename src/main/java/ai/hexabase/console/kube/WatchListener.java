package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears about the objects of a watch; called from one thread at a time, must not block. */
public interface WatchListener {
    /** All objects as listed, when the watch starts and again whenever it had to start over. */
    void listed(List<KubeObject> objects);

    /** How the next list is taken in; who keeps only a part of each object need not hold the whole list at once. */
    default ListReader reading() {
        var all = new ArrayList<KubeObject>();
        return new ListReader() {
            @Override
            public void page(List<KubeObject> objects) {
                all.addAll(objects);
            }

            @Override
            public void done() {
                listed(List.copyOf(all));
            }
        };
    }

    /** An object is new or has changed. */
    void upserted(KubeObject object);

    /** An object is gone. */
    void removed(ObjectRef ref);

    /**
     * The stream stands ({@code true}, no problem) or broke; {@code problem} says why it broke: {@code kube-...} as in
     * {@link ConnectionFailed}, or {@code kube-denied} when the server refuses the watch. The watch goes on trying.
     * Objects known so far stay as they are.
     */
    default void connected(boolean connected, @Nullable Problem problem) {}
}
