package ai.hexabase.console.datastore;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.database.ExternalDatabase;
import ai.hexabase.console.database.ExternalDatabase.Tls;
import ai.hexabase.console.database.Login;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;

/** Tells why a connection to PostgreSQL did not come about. */
final class ConnectionTrouble {
    private static final String PASSWORD_WRONG = "28P01";
    private static final String NOT_ADMITTED = "28000";
    private static final String DATABASE_MISSING = "3D000";
    private static final String REJECTED = "08004";
    private static final String BROKEN = "08006";

    private ConnectionTrouble() {}

    static Problem of(SQLException failed, ExternalDatabase external, Login login) {
        return problem(failed, external, login).saying(failed.getMessage());
    }

    private static Problem problem(SQLException failed, ExternalDatabase external, Login login) {
        var state = String.valueOf(failed.getSQLState());
        return switch (state) {
            case PASSWORD_WRONG -> Problem.of("database-password", login.user());
            case NOT_ADMITTED -> Problem.of("database-not-admitted", login.user());
            case DATABASE_MISSING -> Problem.of("database-missing", external.database());
            default -> onTheWay(failed, state, external);
        };
    }

    private static Problem onTheWay(SQLException failed, String state, ExternalDatabase external) {
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return Problem.of("database-host-unknown", external.host());
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return Problem.of("database-refused", external.host(), String.valueOf(external.port()));
            }
            if (cause instanceof SocketTimeoutException) {
                return Problem.of("database-silent", external.host(), String.valueOf(external.port()));
            }
            if (cause instanceof CertificateException || cause instanceof CertPathBuilderException) {
                return Problem.of("database-tls-authority", external.host());
            }
        }
        if (external.tls() != Tls.DISABLE && state.equals(REJECTED)) {
            return Problem.of("database-tls-none", external.host());
        }
        // The driver gives no cause when the certificate is good and names another host.
        if (external.tls() == Tls.VERIFY_FULL && state.equals(BROKEN) && failed.getCause() == null) {
            return Problem.of("database-tls-name", external.host());
        }
        return failed.getCause() instanceof SSLException
                ? Problem.of("database-tls-failed", external.host())
                : Problem.of("database-unreachable", external.address());
    }
}
