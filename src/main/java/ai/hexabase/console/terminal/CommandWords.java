package ai.hexabase.console.terminal;

import java.util.ArrayList;
import java.util.List;

/** Takes a command line apart as a shell would: blanks part, quotes keep together, a backslash takes one letter as it is. */
public final class CommandWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;

    private CommandWords(String line) {
        this.line = line;
    }

    public static List<String> of(String line) {
        return new CommandWords(line).split();
    }

    private List<String> split() {
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '\\' && quote != '\'' && at + 1 < line.length()) {
                at++;
                take(line.charAt(at));
            } else if (quote != 0 ? letter == quote : letter == '"' || letter == '\'') {
                quote = quote == 0 ? letter : 0;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(letter)) {
                end();
            } else {
                take(letter);
            }
        }
        end();
        return List.copyOf(words);
    }

    private void take(char letter) {
        word.append(letter);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
