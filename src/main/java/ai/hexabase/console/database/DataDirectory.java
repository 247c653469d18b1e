package ai.hexabase.console.database;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The directory that one console alone works in, also when its database is elsewhere: it holds keys, and names this
 * console among those that share a database.
 */
@Configuration(proxyBeanMethods = false)
class DataDirectory {
    @Bean(destroyMethod = "close")
    DataDirectoryLock dataDirectoryLock(@Value("${console.data-dir}") Path directory) throws IOException {
        Room.forConsole(directory);
        return DataDirectoryLock.take(directory);
    }

    /** Nothing is read or migrated by a console that may not start. */
    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor directoryBeforeDatabase() {
        return new AbstractDependsOnBeanFactoryPostProcessor(DataSource.class, DataDirectoryLock.class) {};
    }
}
