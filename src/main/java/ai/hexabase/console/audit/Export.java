package ai.hexabase.console.audit;

import ai.hexabase.console.common.ActingPerson;
import ai.hexabase.console.common.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Writes the record for others to keep and check: JSON Lines with all that proves the chain, or a table. */
@Service
public class Export {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> HEADER = List.of(
            "seq",
            "at",
            "person",
            "subject",
            "provider",
            "address",
            "session",
            "kind",
            "result",
            "object type",
            "object",
            "object id",
            "before",
            "after",
            "links",
            "reason",
            "problem",
            "words",
            "hash");

    private final AuditStore store;
    private final CheckpointStore checkpoints;
    private final RetentionStore retentions;
    private final SigningKeys keys;
    private final OneMoment oneMoment;
    private final Acts acts;
    private final ActingPerson person;

    Export(
            AuditStore store,
            CheckpointStore checkpoints,
            RetentionStore retentions,
            SigningKeys keys,
            OneMoment oneMoment,
            Acts acts,
            ActingPerson person) {
        this.store = store;
        this.checkpoints = checkpoints;
        this.retentions = retentions;
        this.keys = keys;
        this.oneMoment = oneMoment;
        this.acts = acts;
        this.person = person;
    }

    /**
     * Stubs of what was removed, entries, then the signed checkpoints among them, then the public keys, a JSON object a line. {@code docs/audit.md}
     * says how to check that with public tools.
     */
    public void jsonLines(EntryQuery query, Writer to) {
        begin("json-lines", query);
        oneMoment.read(() -> {
            retentions.stubs().forEach(each -> line(to, stub(each)));
            store.each(query, link -> write(to, link.json() + "\n"));
            checkpoints.all().forEach(each -> line(to, checkpoint(each)));
            keys.publicKeys().forEach((id, key) -> line(to, key(id, key)));
            return to;
        });
    }

    private static Object stub(Stub stub) {
        var line = new LinkedHashMap<String, Object>();
        line.put("stub", stub.toSeq());
        line.put("from", stub.fromSeq());
        line.put("hash", stub.hash());
        line.put("at", stub.at());
        line.put("setting", stub.setting());
        line.put("keepDays", stub.keepDays());
        line.put("key", stub.keyId());
        line.put("signature", Base64.getEncoder().encodeToString(stub.signature()));
        return line;
    }

    private static Object checkpoint(Checkpoint checkpoint) {
        var line = new LinkedHashMap<String, Object>();
        line.put("checkpoint", checkpoint.seq());
        line.put("hash", checkpoint.hash());
        line.put("at", checkpoint.at());
        line.put("key", checkpoint.keyId());
        line.put("signature", Base64.getEncoder().encodeToString(checkpoint.signature()));
        return line;
    }

    private static Object key(String id, byte[] encoded) {
        var line = new LinkedHashMap<String, Object>();
        line.put("key", id);
        line.put("pem", SigningKeys.pem(encoded));
        return line;
    }

    private static void line(Writer to, Object value) {
        write(to, JSON.writeValueAsString(value) + "\n");
    }

    /** Comma-separated values (RFC 4180) with a header, times in UTC. */
    public void csv(EntryQuery query, Writer to) {
        begin("csv", query);
        row(to, HEADER);
        store.each(query, link -> row(to, cells(RecordText.read(link))));
    }

    private static List<? extends @Nullable Object> cells(Entry entry) {
        var who = entry.who();
        var act = entry.act();
        var object = act.object();
        return java.util.Arrays.asList(
                entry.seq(),
                RecordText.time(entry.at()),
                who.name(),
                who.subject(),
                who.provider(),
                who.address(),
                who.session(),
                act.kind(),
                act.result(),
                object == null ? null : object.type(),
                object == null ? null : object.name(),
                object == null ? null : object.id(),
                act.before().isEmpty() ? null : JSON.writeValueAsString(act.before()),
                act.after().isEmpty() ? null : JSON.writeValueAsString(act.after()),
                act.links().isEmpty() ? null : JSON.writeValueAsString(act.links()),
                act.reason(),
                act.problem(),
                act.words(),
                entry.hash());
    }

    private static void row(Writer to, List<? extends @Nullable Object> cells) {
        var line = new StringBuilder();
        for (var cell : cells) {
            line.append(line.isEmpty() ? "" : ",").append(quoted(Objects.toString(cell, "")));
        }
        write(to, line.append("\r\n").toString());
    }

    /** A text that a spreadsheet would take for a formula is made one that it does not. */
    private static String quoted(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private static void write(Writer to, String text) {
        try {
            to.write(text);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void begin(String format, EntryQuery query) {
        person.require(Role.AUDITOR);
        acts.record(Act.of("audit.export").after(java.util.Map.of("format", format, "filter", query.toString())));
    }
}
