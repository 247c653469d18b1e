package ai.hexabase.console.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandWordsTest {
    @Test
    void aLineIsTakenApartAsAShellWould() {
        assertThat(CommandWords.of("bash")).containsExactly("bash");
        assertThat(CommandWords.of("  psql  -U postgres ")).containsExactly("psql", "-U", "postgres");
        assertThat(CommandWords.of("sh -c 'echo \"a  b\"; exit 3'"))
                .containsExactly("sh", "-c", "echo \"a  b\"; exit 3");
        assertThat(CommandWords.of("echo \"it's\" one\\ word ''")).containsExactly("echo", "it's", "one word", "");
        assertThat(CommandWords.of("'C:\\path'")).containsExactly("C:\\path");
        assertThat(CommandWords.of("   ")).isEmpty();
    }
}
