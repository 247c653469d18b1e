package ai.hexabase.console.practice;

import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.kube.ExecEnd;
import ai.hexabase.console.kube.ExecListener;
import ai.hexabase.console.kube.ExecSession;
import ai.hexabase.console.kube.RequestRefused;

/** The answer to whoever wants to run a program in a practice pod: nothing runs there, and so nothing is pretended. */
final class NoShell implements ExecSession {
    private final Line line;
    private final ExecListener listener;
    private final Runnable permission;
    private final Telling telling = new Telling();

    NoShell(Line line, ExecListener listener, Runnable permission) {
        this.line = line;
        this.listener = listener;
        this.permission = permission;
    }

    ExecSession start() {
        Thread.ofVirtual().name("practice-exec").start(() -> {
            var end = end();
            telling.tell(() -> listener.ended(end));
        });
        return this;
    }

    private ExecEnd end() {
        try {
            return line.ask(() -> {
                permission.run();
                throw Refusals.badRequest("practice: pods of a practice cluster are simulated and have no shell");
            });
        } catch (RequestRefused refused) {
            return new ExecEnd.Refused(refused.refusal());
        } catch (ProblemException failed) {
            return new ExecEnd.Broken(failed.problem());
        }
    }

    @Override
    public void input(byte[] bytes) {
        // nothing runs that could read it
    }

    @Override
    public void resize(int columns, int rows) {
        // nothing runs that could draw
    }

    @Override
    public void endInput() {
        // nothing runs that could read
    }

    @Override
    public void close() {
        telling.close();
    }
}
