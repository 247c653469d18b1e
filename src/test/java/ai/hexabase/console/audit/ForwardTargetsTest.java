package ai.hexabase.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ai.hexabase.console.audit.ForwardTarget.Kind;
import ai.hexabase.console.common.Problem;
import ai.hexabase.console.test.ConsoleTest;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Targets set up in a running console, which forwards by itself. */
@ConsoleTest
class ForwardTargetsTest {
    @Autowired
    ForwardTargets targets;

    @Autowired
    Acts acts;

    @Autowired
    DSLContext db;

    private static ForwardTarget target(Kind kind, String address) {
        return new ForwardTarget(
                UUID.randomUUID(),
                "siem",
                kind,
                address,
                false,
                "",
                "",
                false,
                new ForwardTarget.Progress(0, 0, null, null));
    }

    @AfterEach
    void clear() {
        db.execute("delete from audit_target");
    }

    private List<Entry> about(ForwardTarget target) {
        return acts.find(EntryQuery.about("audit-target", target.id()), 0, 20);
    }

    @Test
    void aTestMessageIsAnEntryLikeAnyAndArrivesByItself() throws Exception {
        try (var receiver = SyslogReceiver.plain(0)) {
            var target = target(Kind.SYSLOG_TCP, "127.0.0.1:" + receiver.port());
            targets.add(target, null, false);
            targets.test(target.id());
            await().untilAsserted(() -> assertThat(receiver.messages)
                    .anyMatch(message -> message.contains(" audit.forward-test "))
                    .first()
                    .asString()
                    .contains(" audit.forward-add "));
            await().untilAsserted(
                            () -> assertThat(targets.all().getFirst().progress().succeededAt())
                                    .isNotNull());
        }
    }

    @Test
    void eachChangeIsOnRecordAndTheSecretNowhere() {
        var target = target(Kind.WEBHOOK, "https://siem.invalid/in");
        targets.add(target, "s3cret-value", false);
        assertThat(targets.hasSecret(target.id())).isTrue();
        targets.pause(target.id());
        targets.resume(target.id());
        targets.change(target(target, "https://siem.invalid/other"), null);
        assertThat(targets.hasSecret(target.id())).isTrue();
        targets.change(target, "");
        assertThat(targets.hasSecret(target.id())).isFalse();
        targets.remove(target.id());
        var entries = about(target);
        assertThat(entries)
                .extracting(entry -> entry.act().kind())
                .containsExactly(
                        "audit.forward-remove",
                        "audit.forward-change",
                        "audit.forward-change",
                        "audit.forward-resume",
                        "audit.forward-pause",
                        "audit.forward-add");
        assertThat(entries.get(2).act().before()).containsEntry("address", "https://siem.invalid/in");
        assertThat(entries.get(2).act().after()).containsEntry("address", "https://siem.invalid/other");
        assertThat(entries).extracting(Entry::record).noneMatch(record -> record.contains("s3cret"));
        assertThat(targets.all()).isEmpty();
    }

    private static ForwardTarget target(ForwardTarget before, String address) {
        return new ForwardTarget(
                before.id(), before.name(), before.kind(), address, false, "", "", false, before.progress());
    }

    @ParameterizedTest
    @CsvSource({
        "SYSLOG_TLS, logs.corp.invalid, ",
        "SYSLOG_TLS, logs.corp.invalid:6514, ",
        "SYSLOG_UDP, [::1]:514, ",
        "SYSLOG_UDP, logs.corp.invalid:99999, audit-target-address-form",
        "SYSLOG_TCP, https://logs.corp.invalid, audit-target-address-form",
        "SYSLOG_TCP, somebody@logs.corp.invalid, audit-target-address-form",
        "SYSLOG_TCP, 169.254.169.254, audit-target-address-forbidden",
        "WEBHOOK, https://siem.invalid/in?a=b, ",
        "WEBHOOK, http://127.0.0.1:8000/, ",
        "WEBHOOK, http://10.1.2.3/, audit-target-address-url",
        "WEBHOOK, https://somebody:word@siem.invalid/, audit-target-address-url",
        "WEBHOOK, siem.invalid, audit-target-address-url",
        "WEBHOOK, https://100.100.100.200/latest, audit-target-address-forbidden",
    })
    void onlyAddressesThatMayBeCalledAreTaken(Kind kind, String address, String problem) {
        assertThat(targets.check(target(kind, address)))
                .extracting(Problem::code)
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void twoTargetsHaveTwoNames() {
        targets.add(target(Kind.WEBHOOK, "https://siem.invalid/in"), null, false);
        assertThatThrownBy(() -> targets.add(target(Kind.WEBHOOK, "https://siem.invalid/in"), null, false))
                .hasMessageContaining("audit-target-name-taken");
    }

    @Test
    @WithMockUser(username = "kenji", roles = "AUDITOR")
    void onlyAdministratorsSetThemUpAndWhoTriesIsOnRecord() {
        var target = target(Kind.WEBHOOK, "https://siem.invalid/in");
        assertThatThrownBy(() -> targets.add(target, null, false)).hasMessageContaining("role-missing");
        assertThat(targets.all()).isEmpty();
        assertThat(about(target)).singleElement().satisfies(entry -> {
            assertThat(entry.act().result()).isEqualTo(Act.Result.REFUSED);
            assertThat(entry.who().name()).isEqualTo("kenji");
        });
        assertThatThrownBy(() -> targets.tryNow(target.id())).hasMessageContaining("role-missing");
    }
}
