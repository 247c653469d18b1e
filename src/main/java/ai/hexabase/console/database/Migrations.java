package ai.hexabase.console.database;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Migrations run as the owner of the tables, on connections of their own: a change to a large table may take longer
 * than any page should.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {
    private static final String ANSWER_LIMIT = "socketTimeout";

    @Bean
    FlywayConfigurationCustomizer patientMigrations(ConsoleDatabase database) {
        var used = database.current();
        var maker = used.access().maker();
        return flyway -> flyway.jdbcProperties(patient(used))
                .dataSource(
                        used.access().url(),
                        maker.isNamed() ? maker.user() : null,
                        maker.isNamed() ? maker.password() : null);
    }

    @Bean
    OldestPostgres oldestPostgres() {
        return new OldestPostgres();
    }

    @Bean
    Grants grants(ConsoleDatabase database) {
        return new Grants(database.current().access());
    }

    private static Map<String, String> patient(ConsoleDatabase.InUse used) {
        var properties = new HashMap<String, String>();
        used.pool().getDataSourceProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        properties.remove(ANSWER_LIMIT);
        return properties;
    }
}
