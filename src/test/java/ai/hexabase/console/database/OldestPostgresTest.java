package ai.hexabase.console.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.test.ConsoleTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsoleTest
class OldestPostgresTest {
    @Autowired
    DataSource database;

    @Test
    void aServerThatIsOlderIsRefusedWithItsVersionAndTheOneThatIsNeeded() throws SQLException {
        try (var connection = database.getConnection()) {
            var present = connection.getMetaData().getDatabaseMajorVersion();
            assertThatCode(() -> OldestPostgres.require(connection, present)).doesNotThrowAnyException();
            assertThatThrownBy(() -> OldestPostgres.require(connection, present + 1))
                    .isInstanceOfSatisfying(
                            StartRefused.class,
                            refused -> assertThat(refused.getMessage() + refused.action())
                                    .contains("PostgreSQL " + present, "PostgreSQL " + (present + 1) + " or newer"));
        }
    }
}
