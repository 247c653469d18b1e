package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.hexabase.console.audit.ForwardTarget.Kind;
import ai.hexabase.console.fleet.CertificateAuthority;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The record sent on as syslog to receivers that read to the letter. */
class SyslogForwardingTest extends ForwardGround {
    private static final CertificateAuthority CA = new CertificateAuthority("corporate-ca", Instant.now());

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void everyEntryArrivesOnceAndInOrderInBatches() throws Exception {
        record(250);
        try (var receiver = SyslogReceiver.plain(0)) {
            var id = kept(target(Kind.SYSLOG_TCP, "127.0.0.1:" + receiver.port(), false, ""));
            assertThat(piece(id).at()).isEqualTo(clock.instant().plusSeconds(2));
            assertThat(seqs(receiver.messages)).isEqualTo(upTo(250));
            assertThat(receiver.faults).isEmpty();
            assertThat(progress(id).position()).isEqualTo(250);
            record(1);
            piece(id);
            assertThat(seqs(receiver.messages)).isEqualTo(upTo(251));
        }
    }

    @Test
    void aMessageIsOfTheFormThatTheStandardAsksForAndProvesItsPlaceInTheChain() throws Exception {
        record(1);
        acts(admin, clock)
                .recordRefusal(Act.of("cluster.remove")
                        .refused(ai.hexabase.console.common.Problem.of("role-missing", "admin")));
        try (var receiver = SyslogReceiver.plain(0)) {
            piece(kept(target(Kind.SYSLOG_TCP, "127.0.0.1:" + receiver.port(), false, "")));
            var message = receiver.messages.getFirst();
            assertThat(message)
                    .matches("(?s)<110>1 2026-11-24T09:00:00\\.000000Z \\S+ hexabase-console \\d+ cluster\\.change"
                            + " \\[origin software=\"Hexabase Console\"] \uFEFF\\{.*}");
            assertThat(receiver.messages.get(1)).startsWith("<108>1 ");
            var json = JsonMapper.shared().readTree(message.substring(message.indexOf('{')));
            var link = new Link(
                    json.path("seq").asLong(),
                    json.path("previousHash").asString(),
                    json.path("hash").asString(),
                    json.path("record").asString());
            assertThat(link.computed()).isEqualTo(link.hash());
            assertThat(RecordText.read(link).act().object().name()).isEqualTo("東京 \"1\\]");
        }
    }

    @Test
    void withAnEnterpriseNumberTheEntryStandsInTheStructuredDataToo() {
        record(1);
        var text = new SyslogText("konsole 東京", "7", "4711.1");
        var message = new String(text.of(store.first().orElseThrow()), StandardCharsets.UTF_8);
        assertThat(message)
                .contains(" konsole hexabase-console 7 cluster.change [origin ")
                .contains("[audit@4711.1 seq=\"1\" hash=\"")
                .contains(" objectName=\"東京 \\\"1\\\\\\]\"] \uFEFF{");
    }

    @Test
    void overTlsTheReceiverMustBeCertifiedForItsNameByAnAuthorityThatIsTrusted() throws Exception {
        record(3);
        try (var receiver = SyslogReceiver.tls(CA.server("logs", List.of("127.0.0.1"), Instant.now()))) {
            var address = "127.0.0.1:" + receiver.port();
            var trusting = kept(target(Kind.SYSLOG_TLS, address, false, CA.certificate()));
            piece(trusting);
            assertThat(seqs(receiver.messages)).isEqualTo(upTo(3));
            assertThat(progress(trusting).failure()).isNull();
            targets.delete(trusting);
            var stranger = kept(target(Kind.SYSLOG_TLS, address, false, ""));
            piece(stranger);
            assertThat(progress(stranger).failure().problem().code()).isEqualTo("audit-forward-away");
            targets.delete(stranger);
            var otherName = kept(target(Kind.SYSLOG_TLS, "localhost:" + receiver.port(), false, CA.certificate()));
            piece(otherName);
            assertThat(progress(otherName).failure()).isNotNull();
            assertThat(receiver.messages).hasSize(3);
        }
    }

    @Test
    void whatWasCutOffIsSentAgainAndNothingIsLost() throws Exception {
        record(250);
        try (var receiver = SyslogReceiver.plain(0)) {
            var id = kept(target(Kind.SYSLOG_TCP, "127.0.0.1:" + receiver.port(), false, ""));
            receiver.breaksAfter = 30;
            var next = piece(id);
            assertThat(progress(id).failure().tries()).isEqualTo(1);
            assertThat(next.at()).isEqualTo(clock.instant().plusSeconds(2));
            clock.reach(next.at());
            piece(id);
            assertThat(progress(id).position()).isEqualTo(250);
            assertThat(progress(id).failure()).isNull();
            var after = seqs(receiver.messages);
            assertThat(after.subList(0, 30)).isEqualTo(upTo(30));
            assertThat(after.subList(30, after.size())).isEqualTo(upTo(250));
        }
    }

    @Test
    void aConsoleThatDiesBeforeItNotedABatchSendsThatOneAgainAndNoOther() throws Exception {
        record(150);
        try (var receiver = SyslogReceiver.plain(0)) {
            var id = kept(target(Kind.SYSLOG_TCP, "127.0.0.1:" + receiver.port(), false, ""));
            var dying = new ForwardStore(db) {
                @Override
                void succeeded(UUID target, long from, long to, Instant now) {
                    if (to == 150) {
                        throw new Error("killed");
                    }
                    super.succeeded(target, from, to, now);
                }
            };
            var killed = new Forwarding(dying, store, stored, new Carriers(dying, sealer), acts(admin, clock), clock);
            assertThatThrownBy(() -> killed.piece(id.toString(), () -> false)).hasMessage("killed");
            piece(id);
            var arrived = seqs(receiver.messages);
            assertThat(arrived.subList(0, 150)).isEqualTo(upTo(150));
            assertThat(arrived.subList(150, arrived.size()))
                    .isEqualTo(LongStream.rangeClosed(101, 150).boxed().toList());
        }
    }

    @Test
    void aReceiverThatDoesNotEndTheConnectionDoesNotCountAsHavingReceived() throws Exception {
        record(1);
        try (var receiver = SyslogReceiver.plain(0)) {
            receiver.holdsOpen = true;
            var id = kept(target(Kind.SYSLOG_TCP, "127.0.0.1:" + receiver.port(), false, ""));
            piece(id);
            assertThat(progress(id).position()).isZero();
            assertThat(progress(id).failure().problem().code()).isEqualTo("audit-forward-unconfirmed");
        }
    }

    @Test
    void overUdpEachEntryIsADatagramAndOneThatIsTooLongSaysSo() throws Exception {
        record(2);
        acts(admin, clock).record(Act.of("cluster.change").because("長".repeat(30_000)));
        try (var socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            socket.setSoTimeout(5000);
            piece(kept(target(Kind.SYSLOG_UDP, "127.0.0.1:" + socket.getLocalPort(), false, "")));
            var packet = new DatagramPacket(new byte[SyslogDatagrams.MOST], SyslogDatagrams.MOST);
            for (var seq = 1; seq <= 3; seq++) {
                packet.setLength(SyslogDatagrams.MOST);
                socket.receive(packet);
                var message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                assertThat(message).startsWith("<110>1 ").contains("\"seq\":" + seq);
                assertThat(message.contains("\"recordLeftOut\":")).isEqualTo(seq == 3);
            }
        }
    }

    @Test
    void pausesGrowFromSecondsToFiveMinutesAndAPausedTargetIsLeftAlone() {
        record(1);
        var id = kept(target(Kind.SYSLOG_TCP, "127.0.0.1:1", false, ""));
        var pauses = LongStream.rangeClosed(1, 10)
                .map(number -> {
                    var pause = Duration.between(clock.instant(), piece(id).at());
                    clock.pass(pause);
                    return pause.toSeconds();
                })
                .boxed()
                .toList();
        assertThat(pauses).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
        assertThat(progress(id).failure().problem().words()).contains("refused");
        targets.update(targets.find(id).orElseThrow().paused(true), null);
        assertThat(forwarding.open()).isEmpty();
        assertThat(forwarding.piece(id.toString(), () -> false))
                .isInstanceOf(ai.hexabase.console.jobs.Next.Finished.class);
    }

    @Test
    void entriesThatWereRemovedMeanwhileAreCountedAndOnRecord() throws Exception {
        sevenOldOnes();
        try (var receiver = SyslogReceiver.plain(0)) {
            var id = kept(target(Kind.SYSLOG_TCP, "127.0.0.1:" + receiver.port(), false, ""));
            retentions(admin).change(0, 365, false, null);
            pruning().prune();
            piece(id);
            assertThat(progress(id).missed()).isEqualTo(5);
            var last = store.last().orElseThrow();
            assertThat(RecordText.read(last).act().kind()).isEqualTo("audit.forward-missed");
            assertThat(RecordText.read(last).act().after())
                    .containsEntry("from", 1)
                    .containsEntry("to", 5);
            assertThat(seqs(receiver.messages))
                    .isEqualTo(LongStream.rangeClosed(6, last.seq()).boxed().toList());
        }
    }

    @Test
    void anAddressThatComesToLeadToAMetadataServiceIsNotCalled() {
        record(1);
        var id = kept(target(Kind.SYSLOG_UDP, "169.254.169.254:514", false, ""));
        piece(id);
        assertThat(progress(id).failure().problem().code()).isEqualTo("audit-target-address-forbidden");
    }
}
