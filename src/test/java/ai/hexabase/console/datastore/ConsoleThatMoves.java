package ai.hexabase.console.datastore;

import ai.hexabase.console.ConsoleApplication;
import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.Acts;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.ExternalDatabase.Tls;
import ai.hexabase.console.database.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A console in a process of its own that moves to another database and is gone in the middle of that. */
class ConsoleThatMoves {
    private static final int OWN_ARGUMENTS = 5;

    /** Arguments: when to be gone, port, password and file of the authority, data directory; then the console's own. */
    public static void main(String[] args) throws Exception {
        var context = new SpringApplicationBuilder(ConsoleApplication.class)
                .run(Arrays.copyOfRange(args, OWN_ARGUMENTS, args.length));
        for (var number = 0; number < 50; number++) {
            context.getBean(Acts.class).record(Act.of("cluster.change").on("cluster", "id-" + number, "tokyo"));
        }
        var datastores = context.getBean(Datastores.class);
        var when = args[0];
        if (when.equals("WRITTEN")) {
            goneOnceThereIs(Path.of(args[4], "database.properties"));
        } else {
            datastores.listen(() -> datastores
                    .move()
                    .filter(now -> now.phase().name().equals(when))
                    .ifPresent(now -> Runtime.getRuntime().halt(137)));
        }
        datastores.startMove(new ExternalDatabase(
                "127.0.0.1",
                Integer.parseInt(args[1]),
                "hexabase",
                new Login("hexabase_console", args[2]),
                new Login("hexabase_owner", args[2]),
                Tls.VERIFY_FULL,
                Files.readString(Path.of(args[3]))));
        new CountDownLatch(1).await();
    }

    private static void goneOnceThereIs(Path file) {
        Thread.ofPlatform().daemon().start(() -> {
            while (!Files.exists(file)) {
                Thread.onSpinWait();
            }
            Runtime.getRuntime().halt(137);
        });
    }
}
