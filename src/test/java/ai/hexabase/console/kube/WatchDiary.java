package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A listener that keeps what it hears, and the state that follows from it. */
final class WatchDiary implements WatchListener {
    private final List<String> heard = new ArrayList<>();
    private final Map<String, KubeObject> known = new TreeMap<>();
    private final Set<Thread> inside = new HashSet<>();
    private final List<String> mistakes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int lists;
    private boolean connected;

    @Override
    public void listed(List<KubeObject> objects) {
        alone(() -> {
            lists++;
            heard.add("listed " + objects.size());
            known.clear();
            objects.forEach(object -> known.put(object.name(), object));
        });
    }

    @Override
    public void upserted(KubeObject object) {
        alone(() -> {
            heard.add("upserted " + object.name() + " " + object.text("/data/n", ""));
            known.put(object.name(), object);
        });
    }

    @Override
    public void removed(ObjectRef ref) {
        alone(() -> {
            heard.add("removed " + ref.name());
            if (known.remove(ref.name()) == null) {
                mistakes.add("removed what was not there: " + ref);
            }
        });
    }

    @Override
    public void connected(boolean nowConnected, @Nullable Problem problem) {
        alone(() -> {
            connected = nowConnected;
            if (problem != null) {
                problems.add(problem);
            }
        });
    }

    private void alone(Runnable work) {
        synchronized (inside) {
            inside.add(Thread.currentThread());
            if (inside.size() > 1) {
                mistakes.add("two threads at a time");
            }
        }
        synchronized (this) {
            work.run();
        }
        synchronized (inside) {
            inside.remove(Thread.currentThread());
        }
    }

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    synchronized Map<String, KubeObject> known() {
        return new TreeMap<>(known);
    }

    synchronized Set<String> names() {
        return Set.copyOf(known.keySet());
    }

    synchronized int lists() {
        return lists;
    }

    synchronized boolean connected() {
        return connected;
    }

    synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    synchronized List<String> mistakes() {
        return List.copyOf(mistakes);
    }
}
