package ai.hexabase.console.certificate;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Puts certificates into the order in which a server sends them, whatever the order in which they were given. */
final class Chain {
    private final List<X509Certificate> rest;
    private final List<X509Certificate> ordered = new ArrayList<>();

    private Chain(X509Certificate own, List<X509Certificate> given) {
        rest = new ArrayList<>(given);
        take(own);
    }

    /**
     * From the server's own certificate up to one that stands for itself, or whose signer every machine knows. Problems:
     * {@code certificate-chain-incomplete} (the signer that is missing), {@code certificate-chain-foreign}.
     */
    static List<X509Certificate> of(X509Certificate own, List<X509Certificate> given) {
        var chain = new Chain(own, given);
        while (!signs(chain.last(), chain.last())) {
            var next = chain.rest.stream()
                    .filter(each -> signs(each, chain.last()))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            chain.take(next.get());
        }
        chain.requireComplete();
        return List.copyOf(chain.ordered);
    }

    private X509Certificate last() {
        return ordered.getLast();
    }

    private void take(X509Certificate next) {
        ordered.add(next);
        rest.removeIf(next::equals);
    }

    private void requireComplete() {
        if (!signs(last(), last()) && !isKnownEverywhere(last())) {
            throw new ProblemException(Problem.of(
                    "certificate-chain-incomplete",
                    last().getIssuerX500Principal().getName()));
        }
        if (!rest.isEmpty()) {
            throw new ProblemException(Problem.of(
                    "certificate-chain-foreign",
                    rest.getFirst().getSubjectX500Principal().getName()));
        }
    }

    static boolean signs(X509Certificate signer, X509Certificate signed) {
        if (!signer.getSubjectX500Principal().equals(signed.getIssuerX500Principal())) {
            return false;
        }
        try {
            signed.verify(signer.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }

    private static boolean isKnownEverywhere(X509Certificate certificate) {
        return publicAuthorities().anyMatch(authority -> signs(authority, certificate));
    }

    private static Stream<X509Certificate> publicAuthorities() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .flatMap(manager ->
                            manager instanceof X509TrustManager trust ? Optional.of(trust).stream() : Stream.empty())
                    .flatMap(trust -> Arrays.stream(trust.getAcceptedIssuers()));
        } catch (GeneralSecurityException noStore) {
            throw new IllegalStateException(noStore);
        }
    }
}
