package ai.hexabase.console.kube;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Which hosts a certificate is for: its subject alternative names (RFC 9525). */
final class HostNames {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private HostNames() {}

    static List<String> of(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return List.of();
            }
            return names.stream()
                    .filter(name -> name.get(0) instanceof Integer type && (type == DNS || type == ADDRESS))
                    .map(name -> String.valueOf(name.get(1)))
                    .toList();
        } catch (CertificateParsingException broken) {
            return List.of();
        }
    }

    static boolean match(X509Certificate certificate, String host) {
        var wanted = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return of(certificate).stream()
                .anyMatch(name -> isAddress(wanted) ? sameAddress(name, wanted) : sameName(name, wanted));
    }

    private static boolean sameName(String pattern, String host) {
        var name = pattern.toLowerCase(Locale.ROOT);
        var wanted = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(name.substring(1));
        }
        return name.equals(wanted);
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    private static boolean sameAddress(String name, String wanted) {
        try {
            return isAddress(name) && Objects.equals(InetAddress.ofLiteral(name), InetAddress.ofLiteral(wanted));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
