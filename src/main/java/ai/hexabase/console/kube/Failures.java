package ai.hexabase.console.kube;

import ai.hexabase.console.kube.ConnectionFailed.Kind;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why there was no answer, from whatever was thrown on the way. */
final class Failures {
    private Failures() {}

    static ConnectionFailed of(Throwable thrown, URI server) {
        var causes = causes(thrown);
        var kind = kind(causes);
        return new ConnectionFailed(kind, server.toString(), words(causes, kind), thrown);
    }

    private static List<Throwable> causes(Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = thrown; cause != null && causes.size() < 20; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static Kind kind(List<Throwable> causes) {
        for (var cause : causes) {
            var kind = kind(cause, causes);
            if (kind != null) {
                return kind;
            }
        }
        return causes.stream().anyMatch(Failures::refusedWithoutWords) ? Kind.REFUSED : Kind.BROKEN;
    }

    /** The JDK's client tries twice, and its second failure hides the words of the first. */
    private static boolean refusedWithoutWords(Throwable cause) {
        return cause instanceof ConnectException
                && (cause.getMessage() == null || cause.getCause() instanceof ClosedChannelException);
    }

    private static @Nullable Kind kind(Throwable cause, List<Throwable> causes) {
        var message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case HttpTimeoutException timeout -> Kind.TIMED_OUT;
            case SocketTimeoutException timeout -> Kind.TIMED_OUT;
            case TimeoutException timeout -> Kind.TIMED_OUT;
            case UnknownHostException unknown -> Kind.UNKNOWN_HOST;
            case UnresolvedAddressException unknown -> Kind.UNKNOWN_HOST;
            case ConnectException refused when message.contains("refused") -> Kind.REFUSED;
            case ConnectException late when message.contains("timed out") -> Kind.TIMED_OUT;
            case SSLException tls -> tlsKind(message, causes);
            case GeneralSecurityException tls -> Kind.TLS;
            case ProtocolException garbage -> Kind.GARBAGE;
            default ->
                message.contains("Invalid status line") || message.contains("parsing HTTP") ? Kind.GARBAGE : null;
        };
    }

    private static Kind tlsKind(String message, List<Throwable> causes) {
        if (message.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
            return Kind.GARBAGE;
        }
        boolean judged = causes.stream().anyMatch(GeneralSecurityException.class::isInstance);
        boolean told = message.contains("certificate") || message.contains("alert") || message.contains("protocol");
        return judged || told ? Kind.TLS : Kind.BROKEN;
    }

    /** The innermost words: those outside only say that something failed. */
    private static String words(List<Throwable> causes, Kind kind) {
        for (var cause : causes.reversed()) {
            var message = cause.getMessage();
            if (message != null && !message.isBlank() && !message.startsWith("java.")) {
                return message;
            }
        }
        return switch (kind) {
            case REFUSED -> "connection refused";
            case UNKNOWN_HOST -> "unknown host";
            case TIMED_OUT -> "timed out";
            case TLS, UNAUTHORIZED, GARBAGE, SERVER_ERROR, BROKEN ->
                "connection broken (" + causes.getLast().getClass().getSimpleName() + ")";
        };
    }
}
