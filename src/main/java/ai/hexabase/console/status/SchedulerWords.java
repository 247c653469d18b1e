package ai.hexabase.console.status;

import ai.hexabase.console.common.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the scheduler's sentence apart: how many nodes were turned down, why each of them, and whether moving less
 * important pods away would help.
 *
 * @param reasons the heaviest first
 */
public record SchedulerWords(List<Clause> reasons, Optional<Message> preemption) {
    /**
     * One reason and how many nodes it holds for.
     *
     * @param key of the reason in the words for pods
     * @param words the scheduler's own
     */
    public record Clause(int nodes, String key, String words) {
        /** Such as "2 nodes: not enough free CPU". */
        public Message plain() {
            return Message.of("status.scheduler." + key, nodes);
        }
    }

    private record Known(Pattern words, String key) {}

    /** In the order in which an administrator can act on them. */
    private static final List<Known> KNOWN = List.of(
            known("Insufficient memory", "no-memory"),
            known("Insufficient cpu", "no-cpu"),
            known("Insufficient ephemeral-storage", "no-disk"),
            known("Insufficient ", "no-device"),
            known("Too many pods", "no-slots"),
            known("persistentvolumeclaim \"[^\"]*\" not found", "claim-missing"),
            known("persistentvolumeclaim \"[^\"]*\" is being deleted", "claim-missing"),
            known("unbound immediate PersistentVolumeClaims", "no-volume"),
            known("didn't find available persistent volumes to bind", "no-volume"),
            known("did not have enough free storage", "no-storage"),
            known("bound to non-existent pv", "volume-gone"),
            known("bound to non-existent persistentvolume", "volume-gone"),
            known(
                    "PersistentVolume's node affinity|volume node affinity conflict|no available volume zone",
                    "volume-elsewhere"),
            known("exceed max volume count", "volume-count"),
            known("ReadWriteOncePod|no available disk", "volume-in-use"),
            known("topology spread", "no-spread"),
            known("anti-affinity", "no-anti-affinity"),
            known("pod affinity rules", "no-companion"),
            known("node affinity|node selector|requested node name", "no-affinity"),
            known("free ports", "no-port"),
            known("taint", "no-toleration"),
            known("were unschedulable", "no-open-node"));

    private static final Pattern SENTENCE = Pattern.compile(
            "0/(\\d+) nodes are available: (.*?)\\.(?:\\s+(?:no new claims to deallocate,\\s*)?(preemption:.*))?$",
            Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("(\\d+) (.+)", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile(", (?=\\d+ )");

    public SchedulerWords {
        reasons = List.copyOf(reasons);
    }

    private static Known known(String words, String key) {
        return new Known(Pattern.compile(words), key);
    }

    /** Empty when the text is not the scheduler's count of nodes. */
    public static Optional<SchedulerWords> read(String message) {
        var sentence = SENTENCE.matcher(message.strip());
        return sentence.matches() ? Optional.of(read(sentence)) : Optional.empty();
    }

    private static SchedulerWords read(Matcher sentence) {
        var all = Integer.parseInt(sentence.group(1));
        var clauses = new ArrayList<Clause>();
        for (var part : NEXT.split(sentence.group(2))) {
            var counted = CLAUSE.matcher(part);
            clauses.add(
                    counted.matches()
                            ? clause(Integer.parseInt(counted.group(1)), counted.group(2))
                            : clause(all, part));
        }
        clauses.sort(Comparator.comparing(Clause::nodes).reversed());
        var after = sentence.group(3);
        return new SchedulerWords(clauses, after == null ? Optional.empty() : preemption(after));
    }

    private static Clause clause(int nodes, String words) {
        return new Clause(nodes, key(words), words);
    }

    /** The reason's key; {@code unschedulable} for words that are not known. */
    static String key(String words) {
        return KNOWN.stream()
                .filter(known -> known.words().matcher(words).find())
                .map(Known::key)
                .findFirst()
                .orElse("unschedulable");
    }

    private static Optional<Message> preemption(String words) {
        if (words.contains("No preemption victims found") || words.contains("not helpful")) {
            return Optional.of(Message.of("status.scheduler.preemption-useless"));
        }
        return words.contains("not eligible")
                ? Optional.of(Message.of("status.scheduler.preemption-forbidden"))
                : Optional.empty();
    }

    /** Of several reasons the one that an administrator can act on first. */
    String first() {
        return KNOWN.stream()
                .map(Known::key)
                .filter(key -> reasons.stream().anyMatch(clause -> clause.key().equals(key)))
                .findFirst()
                .orElse("unschedulable");
    }

    boolean says(String key) {
        return reasons.stream().anyMatch(clause -> clause.key().equals(key));
    }
}
