package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Span;

/** How something is doing, most urgent last in {@link #urgency()}; always shown as shape, word and colour together. */
public enum Status {
    OK("ok", Icons.STATUS_OK, 0),
    PROGRESSING("prog", Icons.STATUS_PROG, 3),
    WARNING("warn", Icons.STATUS_WARN, 4),
    FAILED("fail", Icons.STATUS_FAIL, 6),
    UNKNOWN("unk", Icons.STATUS_UNK, 5),
    WAITING("wait", Icons.STATUS_WAIT, 1),
    HELD("held", Icons.STATUS_HELD, 2),
    PRACTICE("prac", Icons.STATUS_PRAC, 0);

    private final String code;
    private final Icons icon;
    private final int urgency;

    Status(String code, Icons icon, int urgency) {
        this.code = code;
        this.icon = icon;
        this.urgency = urgency;
    }

    /** Class name that gives an element this status' colours. */
    public String className() {
        return "hx-s-" + code;
    }

    public Icons icon() {
        return icon;
    }

    /** Higher is more urgent. */
    public int urgency() {
        return urgency;
    }

    /** The shape alone, in its colour; only where the word stands in the same row. */
    public Span shape() {
        var shape = icon.create();
        shape.addClassNames("hx-shape", className());
        return shape;
    }
}
