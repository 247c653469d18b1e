package ai.hexabase.console.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An entry as a message of syslog (RFC 5424).
 *
 * @param host this machine's name
 * @param enterprise private enterprise number of whoever runs the console; without one the entry is not told in the
 *     structured data, for ids of one's own need such a number and those without one are IANA's
 */
record SyslogText(String host, String process, String enterprise) {
    static final String APP = "hexabase-console";
    private static final int LOG_AUDIT = 13;
    private static final int LONGEST_KIND = 32;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** The whole message; its text is the same JSON object as a line of the export. */
    byte[] of(Link link) {
        return of(link, link.json());
    }

    /** The same where the message may not be longer: a text that does not fit is left out, and said to be. */
    byte[] of(Link link, int most) {
        var whole = of(link);
        return whole.length <= most ? whole : of(link, link.jsonWithoutRecord());
    }

    private byte[] of(Link link, String text) {
        var entry = RecordText.read(link);
        var act = entry.act();
        var header = "<" + (LOG_AUDIT * 8 + severity(act.result())) + ">1 " + RecordText.time(entry.at()) + " "
                + name(host, 255) + " " + APP + " " + name(process, 128) + " " + name(act.kind(), LONGEST_KIND) + " "
                + data(entry) + " ";
        var message = new ByteArrayOutputStream();
        message.writeBytes(header.getBytes(StandardCharsets.UTF_8));
        message.writeBytes(BOM);
        message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return message.toByteArray();
    }

    /** Informational, warning, error. */
    private static int severity(Act.Result result) {
        return switch (result) {
            case DONE -> 6;
            case REFUSED -> 4;
            case FAILED -> 3;
        };
    }

    /** {@code origin} is one of IANA's own. */
    private String data(Entry entry) {
        var origin = element("origin", Map.of("software", "Hexabase Console"));
        return enterprise.isEmpty() ? origin : origin + element("audit@" + enterprise, facts(entry));
    }

    private static Map<String, String> facts(Entry entry) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("seq", String.valueOf(entry.seq()));
        facts.put("hash", entry.hash());
        facts.put("result", entry.act().result().name());
        facts.put("person", entry.who().name());
        facts.put("provider", entry.who().provider());
        var address = entry.who().address();
        if (address != null) {
            facts.put("address", address);
        }
        var object = entry.act().object();
        if (object != null) {
            facts.put("objectType", object.type());
            facts.put("objectId", object.id());
            facts.put("objectName", object.name());
        }
        return facts;
    }

    private static String element(String id, Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> " " + value.getKey() + "=\"" + escaped(value.getValue()) + "\"")
                .collect(Collectors.joining("", "[" + id, "]"));
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]");
    }

    /** Printable ASCII without blanks; a hyphen stands for none. */
    private static String name(String text, int longest) {
        var printable = text.chars()
                .filter(sign -> sign > 32 && sign < 127)
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return printable.isEmpty() ? "-" : printable;
    }
}
