package ai.hexabase.console.kube;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Shakes hands with a server only to see its certificates, and judges them afterwards. */
record TlsInspection(KubeAccess access, Duration timeout) {
    TlsReport report() {
        try {
            return judge(servedChain());
        } catch (IOException failed) {
            throw Failures.of(failed, access.server());
        } catch (GeneralSecurityException unreadable) {
            throw new ProblemException(
                    Problem.of("kube-credentials-unreadable").saying(unreadable.getMessage()), unreadable);
        }
    }

    private List<X509Certificate> servedChain() throws IOException, GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new OnlyLooking()}, null);
        int millis = Math.toIntExact(timeout.toMillis());
        var host = String.valueOf(access.server().getHost());
        int port = access.server().getPort() < 0 ? 443 : access.server().getPort();
        try (var plain = new Socket(proxy())) {
            plain.setSoTimeout(millis);
            plain.connect(address(host, port), millis);
            try (var secure = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                name(secure);
                secure.startHandshake();
                return Arrays.stream(secure.getSession().getPeerCertificates())
                        .map(X509Certificate.class::cast)
                        .toList();
            }
        }
    }

    private InetSocketAddress address(String host, int port) {
        return access.proxy() == null
                ? new InetSocketAddress(host, port)
                : InetSocketAddress.createUnresolved(host, port);
    }

    private Proxy proxy() {
        var proxy = access.proxy();
        return proxy == null
                ? Proxy.NO_PROXY
                : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort()));
    }

    private void name(SSLSocket socket) {
        var name = access.tlsServerName();
        if (name != null) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(name)));
            socket.setSSLParameters(parameters);
        }
    }

    private TlsReport judge(List<X509Certificate> chain) throws IOException, GeneralSecurityException {
        var trust = Tls.trust(access.caPem());
        try {
            trust.checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
        } catch (CertificateException refused) {
            var verdict = verdict(refused);
            var missing = verdict == TlsReport.Verdict.UNTRUSTED ? missingIssuer(chain) : null;
            return new TlsReport(describe(chain), verdict, missing, refused.getMessage());
        }
        var verdict = HostNames.match(chain.getFirst(), access.expectedHost())
                ? TlsReport.Verdict.TRUSTED
                : TlsReport.Verdict.WRONG_HOST;
        return new TlsReport(describe(chain), verdict, null, null);
    }

    private static TlsReport.Verdict verdict(CertificateException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
                return TlsReport.Verdict.EXPIRED;
            }
            if (cause instanceof CertPathBuilderException) {
                return TlsReport.Verdict.UNTRUSTED;
            }
        }
        return TlsReport.Verdict.REFUSED;
    }

    /** Who signed the last certificate that the served chain leads to. */
    private static String missingIssuer(List<X509Certificate> chain) {
        var last = chain.getFirst();
        for (int steps = 0; steps < chain.size(); steps++) {
            var issuer = last.getIssuerX500Principal();
            var current = last;
            last = chain.stream()
                    .filter(next ->
                            next != current && next.getSubjectX500Principal().equals(issuer))
                    .findFirst()
                    .orElse(current);
        }
        return last.getIssuerX500Principal().getName();
    }

    private static List<TlsReport.Certificate> describe(List<X509Certificate> chain) throws GeneralSecurityException {
        var described = new java.util.ArrayList<TlsReport.Certificate>();
        for (var certificate : chain) {
            described.add(describe(certificate));
        }
        return described;
    }

    private static TlsReport.Certificate describe(X509Certificate certificate) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return new TlsReport.Certificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                HostNames.of(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT),
                Pem.write(certificate));
    }
}
