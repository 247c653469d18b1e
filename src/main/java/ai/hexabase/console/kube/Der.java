package ai.hexabase.console.kube;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the few DER values (ITU-T X.690) that certificates and keys are made of; the Java runtime only reads them. */
public final class Der {
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Instant FIRST_GENERALIZED = Instant.parse("2050-01-01T00:00:00Z");

    private Der() {}

    public static byte[] sequence(byte[]... parts) {
        return tagged(0x30, joined(parts));
    }

    public static byte[] set(byte[]... parts) {
        return tagged(0x31, joined(parts));
    }

    public static byte[] explicit(int number, byte[] content) {
        return tagged(0xa0 | number, content);
    }

    public static byte[] implicit(int number, byte[] content) {
        return tagged(0x80 | number, content);
    }

    public static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    public static byte[] octets(byte[] content) {
        return tagged(0x04, content);
    }

    public static byte[] bits(byte[] content, int unused) {
        return tagged(0x03, joined(new byte[] {(byte) unused}, content));
    }

    public static byte[] yes() {
        return tagged(0x01, new byte[] {(byte) 0xff});
    }

    public static byte[] text(String value) {
        return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 5280 4.1.2.5: UTCTime up to 2049, GeneralizedTime from 2050 on. */
    public static byte[] time(Instant value) {
        var generalized = !value.isBefore(FIRST_GENERALIZED);
        var written = (generalized ? GENERALIZED_TIME : UTC_TIME).format(value);
        return tagged(generalized ? 0x18 : 0x17, written.getBytes(StandardCharsets.US_ASCII));
    }

    /** Arcs below 16384, which all of ours are but those of companies. */
    public static byte[] oid(int first, int second, int... arcs) {
        var out = new ByteArrayOutputStream();
        out.write(first * 40 + second);
        for (var arc : arcs) {
            if (arc >= 0x80) {
                out.write(0x80 | arc >>> 7);
            }
            out.write(arc & 0x7f);
        }
        return tagged(0x06, out.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            var length = BigInteger.valueOf(content.length).toByteArray();
            var skip = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - skip);
            out.write(length, skip, length.length - skip);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
