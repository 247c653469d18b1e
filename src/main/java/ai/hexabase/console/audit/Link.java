package ai.hexabase.console.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as a link of the chain.
 *
 * @param hash lower-case hex of SHA-256 over {@code seq}, {@code previousHash} and {@code record}, each in UTF-8 and
 *     followed by a line feed
 */
record Link(long seq, String previousHash, String hash, String record) {
    /** What the first entry follows. */
    static final String NOTHING = "0".repeat(64);

    /** For others, as a JSON object on one line: what anybody needs to check the chain. */
    String json() {
        var line = place();
        line.put("record", record);
        return JsonMapper.shared().writeValueAsString(line);
    }

    /** The same for a way that the whole is too long for; what its place holds is read in the record itself. */
    String jsonWithoutRecord() {
        var line = place();
        line.put("recordLeftOut", record.getBytes(StandardCharsets.UTF_8).length);
        return JsonMapper.shared().writeValueAsString(line);
    }

    private Map<String, Object> place() {
        var line = new LinkedHashMap<String, Object>();
        line.put("seq", seq);
        line.put("previousHash", previousHash);
        line.put("hash", hash);
        return line;
    }

    /** The hash that the entry should have. */
    String computed() {
        return sha256(seq + "\n" + previousHash + "\n" + record + "\n");
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
