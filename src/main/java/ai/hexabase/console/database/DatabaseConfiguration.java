package ai.hexabase.console.database;

import java.io.IOException;
import java.sql.SQLException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the database that was chosen; without a choice the console runs its own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    ConsoleDatabase dataSource(Environment settings, DataDirectoryLock lock) throws IOException, SQLException {
        var choice = new DatabaseChoice(settings);
        var external = choice.external();
        if (external.isPresent()) {
            var pool = Pools.of(settings, external.get());
            KeptDirectory.tidy(choice, external.get());
            return new ConsoleDatabase(new ConsoleDatabase.InUse(choice.kind(), external.get(), pool, null));
        }
        var embedded = EmbeddedDatabase.of(settings);
        KeptDirectory.requireNone(embedded);
        var server = embedded.start();
        try {
            var access = embedded.prepared(server.port());
            return new ConsoleDatabase(
                    new ConsoleDatabase.InUse(DatabaseKind.EMBEDDED, access, Pools.of(settings, access), server));
        } catch (IOException | SQLException | RuntimeException failed) {
            server.close();
            throw failed;
        }
    }
}
