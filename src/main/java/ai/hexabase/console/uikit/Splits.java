package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;

/** Lists with one entry open beside them; apart from {@link Layouts}, so that only their pages load the browser's part. */
public final class Splits {
    private Splits() {}

    /** Rows that fill the page, and beside or above them the one that is open; {@code close} is told to close it. */
    public static <S extends MasterDetailLayout> S prepare(S split, Component rows, Runnable close) {
        var frame = new Div(rows);
        frame.addClassNames("hx-panel", "hx-fill-panel");
        split.addClassName("hx-pods");
        split.setMasterSize("400px");
        split.setExpandMaster(true);
        split.setDetailSize("404px");
        split.addBackdropClickListener(click -> close.run());
        split.addDetailEscapePressListener(press -> close.run());
        split.setMaster(frame);
        return split;
    }
}
