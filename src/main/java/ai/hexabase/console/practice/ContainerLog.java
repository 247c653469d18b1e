package ai.hexabase.console.practice;

import ai.hexabase.console.kube.LogOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a practice container has written: a few lines at its start, then one every few seconds. Nothing is stored, the
 * lines follow from when it started.
 *
 * @param until now, or when it ended
 */
record ContainerLog(String image, String pod, Instant started, Instant until, boolean ended) {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final long MOST = 2000;
    private static final List<String> START = List.of(
            "practice: this container is simulated, nothing really runs here",
            "practice: starting %s",
            "practice: configuration read",
            "practice: listening");

    /** The log of the container that the options name; refusals are the kubelet's. */
    static ContainerLog of(ObjectNode pod, LogOptions options, Instant now) {
        var name = container(pod, options);
        var status =
                PodState.container(pod, name).map(found -> found.path("state")).orElseGet(Trees::object);
        if (options.previous()) {
            throw Refusals.badRequest(
                    "previous terminated container \"" + name + "\" in pod \"" + Meta.name(pod) + "\" not found");
        }
        var finished = Meta.instant(status, "/terminated/finishedAt");
        var started = Meta.instant(status, "/running/startedAt")
                .or(() -> Meta.instant(status, "/terminated/startedAt"))
                .orElseThrow(() -> waiting(pod, name, status));
        var image = Trees.each(pod.at("/spec/containers"))
                .filter(container -> Trees.text(container, "/name").equals(name))
                .map(container -> Trees.text(container, "/image"))
                .findFirst()
                .orElse("");
        return new ContainerLog(image, Meta.name(pod), started, finished.orElse(now), finished.isPresent());
    }

    private static RuntimeException waiting(ObjectNode pod, String container, JsonNode state) {
        var reason = Trees.text(state, "/waiting/reason");
        return Refusals.badRequest("container \"" + container + "\" in pod \"" + Meta.name(pod)
                + "\" is waiting to start: " + (reason.isEmpty() ? "ContainerCreating" : reason));
    }

    private static String container(ObjectNode pod, LogOptions options) {
        var names = Trees.each(pod.at("/spec/containers"))
                .map(container -> Trees.text(container, "/name"))
                .toList();
        var wanted = options.container();
        if (wanted == null && names.size() > 1) {
            throw Refusals.badRequest(
                    "a container name must be specified for pod " + Meta.name(pod) + ", choose one of: " + names);
        }
        var name = wanted == null ? names.getFirst() : wanted;
        if (!names.contains(name)) {
            throw Refusals.badRequest("container " + name + " is not valid for pod " + Meta.name(pod));
        }
        return name;
    }

    /** How many lines there are by now. */
    long count() {
        var last = ended ? 1 : 0;
        return START.size() + Math.max(0, Duration.between(started, until).dividedBy(PAUSE)) + last;
    }

    /** The lines after the given number of lines; the oldest are gone when there are too many. */
    List<String> lines(long after) {
        return LongStream.range(Math.max(after, count() - MOST), count())
                .mapToObj(this::line)
                .toList();
    }

    /** When a line was written. */
    static Instant time(String line) {
        return Instant.parse(line.substring(0, line.indexOf(' ')));
    }

    private String line(long number) {
        if (ended && number == count() - 1) {
            return until + " practice: done";
        }
        if (number < START.size()) {
            return started.plusMillis(number * 20) + " "
                    + START.get((int) number).formatted(image);
        }
        long beat = number - START.size() + 1;
        return started.plus(PAUSE.multipliedBy(beat)) + " practice: alive, request " + beat + " answered with 200 in "
                + (3 + Dice.choose(pod + beat, 40)) + " ms";
    }
}
