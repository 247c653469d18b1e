package ai.hexabase.console.installation.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zone of the reader's browser; the console's own until the browser has told. */
final class ReaderZone {
    private ReaderZone() {}

    static ZoneId get() {
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
