package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/** A resource of a cluster: what is in use and what will be, against what there is; the sum stands there in words. */
public final class CapacityBar extends Div {
    /** What a part of the bar stands for; each has its own texture. */
    public enum Kind {
        IN_USE,
        PLATFORM,
        TENANTS,
        MISSING;

        String className() {
            return "hx-cap-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        String word() {
            return Texts.get("uikit.capacity." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** An amount of one kind, in the unit of the bar. */
    public record Part(Kind kind, double amount) {}

    private final Div bar = new Div();
    private final Span sum = new Span();

    public CapacityBar(String title) {
        addClassName("hx-capacity");
        var name = new Span(title);
        name.addClassName("hx-capacity-name");
        sum.addClassName("hx-capacity-sum");
        var top = new Div(name, sum);
        top.addClassName("hx-capacity-top");
        bar.addClassName("hx-capacity-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        add(top, bar);
    }

    /** Draws the parts; a mark shows {@code limit} when they exceed it. */
    public CapacityBar set(List<Part> parts, double limit, String sumInWords) {
        sum.setText(sumInWords);
        bar.removeAll();
        var needed = parts.stream().mapToDouble(Part::amount).sum();
        var scale = Math.max(needed * (needed > limit ? 1.02 : 1), limit);
        for (var part : parts) {
            bar.add(piece(part.kind().className(), part.amount(), scale));
        }
        if (needed > limit && scale > 0) {
            var mark = new Span();
            mark.addClassName("hx-capacity-limit");
            mark.getStyle().set("inset-inline-start", percent(limit, scale));
            bar.add(mark);
        }
        return this;
    }

    /** Names the textures once for several bars. */
    public static Div legend(Kind... kinds) {
        var legend = new Div();
        legend.addClassName("hx-legend");
        for (var kind : kinds) {
            var entry = new Span(kind.word());
            entry.addClassName(kind.className());
            legend.add(entry);
        }
        return legend;
    }

    private static Span piece(String className, double amount, double scale) {
        var piece = new Span();
        piece.addClassName(className);
        piece.getStyle().set("width", percent(amount, scale));
        return piece;
    }

    private static String percent(double amount, double scale) {
        return scale <= 0 ? "0" : String.format(Locale.ROOT, "%.2f%%", 100 * amount / scale);
    }
}
