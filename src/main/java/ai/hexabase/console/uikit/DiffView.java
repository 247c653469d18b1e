package ai.hexabase.console.uikit;

import ai.hexabase.console.uikit.DiffLine.Kind;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A unified diff with line numbers and word marks; long unchanged ranges are folded into a button. */
public final class DiffView extends Div {
    private static final int CONTEXT = 3;
    private static final int SMALLEST_FOLD = 4;

    private List<DiffLine> lines = List.of();
    private boolean whole;
    private final Map<Predicate<DiffLine>, Component> notes = new LinkedHashMap<>();

    public DiffView() {
        addClassName("hx-diff");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", Texts.get("uikit.diff.label"));
    }

    public DiffView(String before, String after) {
        this();
        set(before, after);
    }

    /** Compares two texts; an empty one means that the object is created or deleted. */
    public void set(String before, String after) {
        setLines(TextDiff.of(before, after));
    }

    public void setLines(List<DiffLine> diff) {
        lines = List.copyOf(diff);
        notes.clear();
        draw();
    }

    /** Shows every line, or folds what did not change. */
    public void showWhole(boolean everything) {
        whole = everything;
        draw();
    }

    /** Puts a part below the last line that fits, such as a decision about it; never folded away. */
    public void noteBelow(Predicate<DiffLine> where, Component note) {
        notes.put(where, note);
        draw();
    }

    public List<DiffLine> lines() {
        return lines;
    }

    private void draw() {
        removeAll();
        var shown = shown();
        var anchors = anchors();
        for (var i = 0; i < lines.size(); i++) {
            if (shown[i]) {
                add(line(lines.get(i)));
                anchors.getOrDefault(i, List.of()).forEach(this::add);
            } else {
                i = fold(i, shown);
            }
        }
    }

    private boolean[] shown() {
        var shown = new boolean[lines.size()];
        var anchors = anchors();
        for (var i = 0; i < lines.size(); i++) {
            if (whole || lines.get(i).kind() != Kind.SAME || anchors.containsKey(i)) {
                java.util.Arrays.fill(shown, Math.max(0, i - CONTEXT), Math.min(lines.size(), i + CONTEXT + 1), true);
            }
        }
        for (var i = 0; i < shown.length; i++) {
            var end = endOfGap(i, shown);
            if (end > i && end - i < SMALLEST_FOLD) {
                java.util.Arrays.fill(shown, i, end, true);
            }
            i = Math.max(i, end - 1);
        }
        return shown;
    }

    private static int endOfGap(int from, boolean[] shown) {
        var end = from;
        while (end < shown.length && !shown[end]) {
            end++;
        }
        return end;
    }

    private Map<Integer, List<Component>> anchors() {
        var anchors = new LinkedHashMap<Integer, List<Component>>();
        notes.forEach((where, note) -> {
            for (var i = lines.size() - 1; i >= 0; i--) {
                if (where.test(lines.get(i))) {
                    anchors.computeIfAbsent(i, key -> new ArrayList<>()).add(note);
                    return;
                }
            }
        });
        return anchors;
    }

    private int fold(int from, boolean[] shown) {
        var end = endOfGap(from, shown);
        var hidden = lines.subList(from, end);
        var button = new Button(Texts.get("uikit.diff.unchanged", hidden.size()));
        button.addClassName("hx-diff-gap");
        button.addClickListener(click -> {
            var at = indexOf(button);
            remove(button);
            for (var i = 0; i < hidden.size(); i++) {
                addComponentAtIndex(at + i, line(hidden.get(i)));
            }
        });
        add(button);
        return end - 1;
    }

    private static Div line(DiffLine line) {
        var row = new Div(number(line.before()), number(line.after()), sign(line.kind()), code(line));
        row.addClassName("hx-diff-line");
        switch (line.kind()) {
            case ADDED -> row.addClassName("hx-added");
            case REMOVED -> row.addClassName("hx-removed");
            case SAME -> {}
        }
        return row;
    }

    private static Span number(int number) {
        return new Span(number == 0 ? "" : String.valueOf(number));
    }

    private static Span sign(Kind kind) {
        return new Span(
                switch (kind) {
                    case ADDED -> "+";
                    case REMOVED -> "−";
                    case SAME -> "";
                });
    }

    private static Span code(DiffLine line) {
        var code = new Span();
        for (var piece : line.pieces()) {
            var mark = line.kind() == Kind.REMOVED ? "del" : "ins";
            var element = piece.marked() ? new Element(mark) : new Element("span");
            code.getElement().appendChild(element.setText(piece.text()));
        }
        return code;
    }
}
