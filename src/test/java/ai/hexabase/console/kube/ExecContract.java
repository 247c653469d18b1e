package ai.hexabase.console.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the wish to run a program in a container that cannot be fulfilled; tells no lies, and always ends. */
interface ExecContract extends ContractGround {
    ExecOptions SHELL = new ExecOptions("main", List.of("sh"), true);

    @Test
    default void saysWhyAProgramCannotRunInAPodThatIsNotThere() {
        var diary = new ExecDiary();
        connection().exec(ResourceKind.POD.named(namespace(), "absent"), SHELL, diary);
        eventually().until(() -> diary.end != null);
        assertThat(diary.end).isInstanceOfSatisfying(ExecEnd.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(404);
            assertThat(refused.refusal().message()).contains("absent");
        });
        assertThat(diary.opened).isFalse();
    }

    @Test
    default void whoMayNotRunProgramsIsRefused() {
        var diary = new ExecDiary();
        cluster().readerOfConfigMaps().exec(ResourceKind.POD.named(namespace(), "any"), SHELL, diary);
        eventually().until(() -> diary.end != null);
        assertThat(diary.end).isInstanceOfSatisfying(ExecEnd.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo(403);
            assertThat(refused.refusal().message()).contains("reader");
        });
    }

    @Test
    default void aProgramOnAServerThatIsGoneIsABrokenConnection() {
        assertThat(connection().serverInfo().major()).isEqualTo(1);
        cluster().cutOff();
        try {
            var diary = new ExecDiary();
            connection().exec(ResourceKind.POD.named(namespace(), "any"), SHELL, diary);
            eventually().until(() -> diary.end != null);
            assertThat(diary.end)
                    .isInstanceOfSatisfying(
                            ExecEnd.Broken.class,
                            broken -> assertThat(broken.problem().code()).startsWith("kube-"));
        } finally {
            cluster().restore();
        }
    }

    /** Keeps what a program tells. */
    final class ExecDiary implements ExecListener {
        final List<String> output = new CopyOnWriteArrayList<>();
        volatile boolean opened;
        volatile @Nullable ExecEnd end;

        @Override
        public void opened() {
            opened = true;
        }

        @Override
        public void output(byte[] bytes) {
            output.add(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void ended(ExecEnd how) {
            end = how;
        }

        String text() {
            return String.join("", output);
        }
    }
}
