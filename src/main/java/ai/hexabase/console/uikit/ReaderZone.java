package ai.hexabase.console.uikit;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time zone that the reader chose, else that of their browser; the console's own until the browser has told. */
public final class ReaderZone {
    private ReaderZone() {}

    public static ZoneId get() {
        return chosen().orElseGet(ReaderZone::ofBrowser);
    }

    /** What the reader chose on this page or before; empty when the browser's is used. */
    public static Optional<ZoneId> chosen() {
        var ui = UI.getCurrent();
        return ui == null ? Optional.empty() : Optional.ofNullable(ComponentUtil.getData(ui, ZoneId.class));
    }

    /** Null for the browser's. */
    public static void choose(UI ui, @Nullable ZoneId zone) {
        ComponentUtil.setData(ui, ZoneId.class, zone);
    }

    /** Whatever the reader chose. */
    public static ZoneId ofBrowser() {
        var ui = UI.getCurrent();
        var details = ui == null ? null : ui.getPage().getExtendedClientDetails();
        try {
            return details == null || details.getTimeZoneId() == null
                    ? ZoneId.systemDefault()
                    : ZoneId.of(details.getTimeZoneId());
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }
}
