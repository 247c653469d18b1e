package ai.hexabase.console.kube;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears about the objects of a watch; called from one thread at a time, must not block. */
public interface WatchListener {
    /** All objects as listed, when the watch starts and again whenever it had to start over. */
    void listed(List<KubeObject> objects);

    /** An object is new or has changed. */
    void upserted(KubeObject object);

    /** An object is gone. */
    void removed(ObjectRef ref);

    /** The stream broke or works again; {@code problem} says why it broke. Objects known so far stay as they are. */
    default void connected(boolean connected, @Nullable ConnectionFailed problem) {}
}
