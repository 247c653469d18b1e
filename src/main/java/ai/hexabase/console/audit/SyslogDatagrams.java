package ai.hexabase.console.audit;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.common.ProblemException;
import ai.hexabase.console.http.OutgoingConnections;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.List;

/** Syslog over UDP (RFC 5426), a datagram each; nobody notices what is lost on the way. */
final class SyslogDatagrams implements Carrier {
    /** What fits into a datagram of IPv4. */
    static final int MOST = 65_507;

    private final HostPort address;
    private final SyslogText text;

    SyslogDatagrams(HostPort address, SyslogText text) {
        this.address = address;
        this.text = text;
    }

    @Override
    public void carry(List<Link> entries) {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()));
            for (var entry : entries) {
                var message = text.of(entry, MOST);
                socket.send(new DatagramPacket(message, message.length));
            }
        } catch (IOException away) {
            throw new ProblemException(
                    Problem.of("audit-forward-away", address).saying(OutgoingConnections.words(away)), away);
        }
    }
}
