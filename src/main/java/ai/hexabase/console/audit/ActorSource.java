package ai.hexabase.console.audit;

/** Tells who acts right now; the sign-in implements it. */
@FunctionalInterface
public interface ActorSource {
    Actor actor();
}
