package ai.hexabase.console.practice;

import ai.hexabase.console.kube.ObjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Where the state of practice clusters outlives the console; what is saved is durable when the call returns. */
interface PracticeMemory {
    /** Remembers nothing. */
    PracticeMemory NONE = new PracticeMemory() {
        @Override
        public Optional<Remembered> load(String cluster) {
            return Optional.empty();
        }

        @Override
        public void save(String cluster, Progress progress) {}

        @Override
        public void forget(String cluster) {}
    };

    /** A cluster as it was left. */
    record Remembered(long version, Set<Trouble> troubles, List<ObjectNode> objects) {}

    /** What has changed since the last save; empty objects are gone. */
    record Progress(String site, long version, Set<Trouble> troubles, Map<ObjectRef, Optional<ObjectNode>> objects) {}

    Optional<Remembered> load(String cluster);

    void save(String cluster, Progress progress);

    void forget(String cluster);
}
