package ai.hexabase.console.rollout;

/** A running subscription. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
