package ai.hexabase.console.practice;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/** Names and numbers that look drawn but are the same in every run. */
final class Dice {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

    private final SplittableRandom random;

    Dice(String seed, long turn) {
        this.random = new SplittableRandom(fnv(seed) * 0x9E3779B97F4A7C15L + turn);
    }

    /** Letters and digits as Kubernetes uses them at the end of names. */
    String letters(int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** RFC 9562, version 4 by its form. */
    String uid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A short hash in the same letters, such as a ReplicaSet's {@code pod-template-hash}. */
    static String hash(String text) {
        var letters = new StringBuilder();
        Long.toString(fnv(text) & 0xFFFFFFFFL)
                .chars()
                .forEach(digit -> letters.append(LETTERS.charAt(digit % LETTERS.length())));
        return letters.toString();
    }

    /** The same number below {@code bound} for the same text. */
    static int choose(String text, int bound) {
        return (int) Math.floorMod(fnv(text), (long) bound);
    }

    /** FNV-1a, 64 bits. */
    private static long fnv(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (next & 0xFF)) * 0x100000001b3L;
        }
        return hash;
    }
}
