package ai.hexabase.console.profile;

import java.text.Normalizer;

/** What people type when they mean something plainer. */
final class Typing {
    private static final int SHOWN = 60;

    private Typing() {}

    /** Full-width characters narrowed, blanks at the ends gone. */
    static String narrow(String text) {
        return Normalizer.normalize(text.length() > 500 ? text.substring(0, 500) : text, Normalizer.Form.NFKC)
                .strip();
    }

    /** Short enough to be repeated in a sentence. */
    static String shorten(String text) {
        var shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return shown.replaceAll("\\p{Cntrl}", " ");
    }
}
