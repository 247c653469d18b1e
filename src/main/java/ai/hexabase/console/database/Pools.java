package ai.hexabase.console.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Makes pools with the console's settings, which say among other things how long to wait for an answer. */
final class Pools {
    /** What this console's connections are called on the server. */
    static final String NAME =
            "hexabase-console " + UUID.randomUUID().toString().substring(0, 8);

    private Pools() {}

    static HikariDataSource of(Environment settings, Access access) {
        var pool = new HikariDataSource();
        Binder.get(settings).bind("spring.datasource.hikari", Bindable.ofInstance(pool));
        pool.setPoolName("console");
        pool.setJdbcUrl(access.url());
        if (access.application().isNamed()) {
            pool.setUsername(access.application().user());
            pool.setPassword(access.application().password());
        }
        pool.addDataSourceProperty("ApplicationName", NAME);
        access.properties().forEach(pool::addDataSourceProperty);
        return pool;
    }
}
