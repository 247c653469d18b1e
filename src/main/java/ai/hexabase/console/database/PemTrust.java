package ai.hexabase.console.database;

import ai.hexabase.console.common.Authorities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Properties;
import org.postgresql.ssl.WrappedFactory;

/** Trusts the certificates of the driver's setting {@code sslfactoryarg} alone; the driver makes it by its name. */
public final class PemTrust extends WrappedFactory {
    public PemTrust(Properties settings) throws GeneralSecurityException, IOException {
        var pem = settings.getProperty("sslfactoryarg", "").getBytes(StandardCharsets.UTF_8);
        // more strictly than PemCertificates does: whatever else stands there is refused
        var authorities =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        factory = Authorities.trustingOnly(authorities).getSocketFactory();
    }
}
