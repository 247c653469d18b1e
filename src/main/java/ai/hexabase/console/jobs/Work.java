package ai.hexabase.console.jobs;

import java.util.List;
import java.util.function.BooleanSupplier;

/** One kind of durable work, carried out piece by piece; a bean of this type is found by its name. */
public interface Work {
    /** Written to the database with each job; never change it while jobs exist. */
    String name();

    /** The jobs of this kind that are not over and wait for nobody; any without a scheduled piece gets one soon. */
    List<String> open();

    /**
     * Does one bounded piece, saves what it did, and says what should happen next. A piece may be repeated after a
     * crash, so it must be idempotent. An exception repeats the piece a little later.
     *
     * @param id which job of this kind
     * @param stopping true as soon as the console shuts down or jobs pause: end the piece early
     */
    Next piece(String id, BooleanSupplier stopping);
}
