package ai.hexabase.console.uikit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.hexabase.console.common.Problem;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsTest {
    @Test
    void aStatusIsShapeAndWord() {
        var label = new StatusLabel(Status.FAILED, "Stopped");
        assertThat(label.getElement().getTextRecursively()).isEqualTo("Stopped");
        assertThat(label.getElement().getOuterHTML()).contains("hx-i-status-fail", "aria-hidden");
        label.set(Status.OK, "Running");
        assertThat(label.getElement().getOuterHTML()).contains("hx-i-status-ok").doesNotContain("fail");
    }

    @Test
    void aProblemShowsTheOtherSidesWordsVerbatim() {
        var notice = new ProblemNotice(Problem.of("role-missing", "admin").saying("pods \"x\" is forbidden <script>"));
        assertThat(notice.getElement().getAttribute("role")).isEqualTo("alert");
        assertThat(notice.getElement().getTextRecursively()).contains("pods \"x\" is forbidden <script>");
    }

    @Test
    void attentionIsSortedByUrgency() {
        var list = new AttentionList();
        list.setItems(List.of(item(Status.WARNING), item(Status.UNKNOWN), item(Status.FAILED)));
        assertThat(list.getChildren().map(Component::getElement).map(line -> line.getAttribute("class")))
                .containsExactly("hx-s-fail", "hx-s-unk", "hx-s-warn");
    }

    private static AttentionItem item(Status status) {
        return new AttentionItem(status, "what", "why", "1 min", new Span());
    }

    @Test
    void aTimelineChangesInPlace() {
        var timeline = new Timeline();
        timeline.setSteps(List.of(step("a", Status.PROGRESSING, true), step("b", Status.WAITING, false)));
        var lines = timeline.getChildren().toList();
        timeline.setSteps(List.of(step("a", Status.OK, false), step("b", Status.FAILED, true)));
        assertThat(timeline.getChildren().toList()).isEqualTo(lines);
        assertThat(lines.getFirst().getElement().hasAttribute("aria-current")).isFalse();
        assertThat(lines.getLast().getElement().getAttribute("aria-current")).isEqualTo("step");
        assertThat(lines.getLast().getElement().getTextRecursively()).contains("b", "stopped");
    }

    private static Timeline.Step step(String key, Status status, boolean current) {
        return new Timeline.Step(key, status, key, "", "", current);
    }

    @Test
    void aPhaseBarSaysInWordsWhatItDraws() {
        var bar = new PhaseBar().set(List.of(Status.OK, Status.PROGRESSING, Status.WAITING), "1 of 3 steps");
        assertThat(bar.getElement().getAttribute("aria-label")).isEqualTo("1 of 3 steps");
        bar.set(List.of(Status.OK), "1 of 1 step");
        assertThat(bar.getComponentCount()).isEqualTo(1);
    }

    @Test
    void aDiffFoldsWhatDidNotChangeAndUnfoldsIt() {
        var diff = new DiffView(numbered(40, -1), numbered(40, 20));
        var shown = (int) diff.getChildren().count();
        assertThat(diff.getElement().getTextRecursively()).contains("17 unchanged lines");
        diff.showWhole(true);
        assertThat(diff.getChildren().count()).isEqualTo(41).isGreaterThan(shown);
    }

    @Test
    void aNoteInADiffIsNeverFoldedAway() {
        var diff = new DiffView(numbered(40, -1), numbered(40, 35));
        diff.noteBelow(line -> line.text().equals("line 3"), new Span("decide"));
        assertThat(diff.getElement().getTextRecursively()).contains("decide", "line 3");
    }

    private static String numbered(int count, int changed) {
        return IntStream.range(0, count)
                .mapToObj(number -> "line " + (number == changed ? "changed" : number))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aLogKeepsTheNewestLines() {
        var log = new LogView();
        log.append(IntStream.range(0, LogView.MOST_LINES + 10)
                .mapToObj(number -> new LogLine("", "INFO", "line " + number))
                .toList());
        assertThat(log.lines()).hasSize(LogView.MOST_LINES);
        assertThat(log.lines().getFirst().text()).isEqualTo("line 10");
    }

    @Test
    void aCapacityBarMarksTheLimitOnlyWhenItIsExceeded() {
        var part = new CapacityBar.Part(CapacityBar.Kind.TENANTS, 20);
        assertThat(new CapacityBar("CPU")
                        .set(List.of(part), 24, "20 / 24")
                        .getElement()
                        .getOuterHTML())
                .doesNotContain("hx-capacity-limit");
        assertThat(new CapacityBar("CPU")
                        .set(List.of(part), 16, "20 / 16")
                        .getElement()
                        .getOuterHTML())
                .contains("hx-capacity-limit");
    }
}
