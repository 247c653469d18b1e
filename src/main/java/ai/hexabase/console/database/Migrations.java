package ai.hexabase.console.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrations use connections of their own: a change to a large table may take longer than any page should. */
@Configuration(proxyBeanMethods = false)
class Migrations {
    private static final String ANSWER_LIMIT = "socketTimeout";

    @Bean
    FlywayConfigurationCustomizer patientMigrations(HikariDataSource pool) {
        return flyway -> flyway.jdbcProperties(patient(pool))
                .dataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    private static Map<String, String> patient(HikariDataSource pool) {
        var properties = new HashMap<String, String>();
        pool.getDataSourceProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        properties.remove(ANSWER_LIMIT);
        return properties;
    }
}
