package ai.hexabase.console.uikit;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Our drawings, 16 px line icons taking the colour of the text; decorative, so a word always stands beside them. */
public enum Icons {
    OVERVIEW,
    INSTALLATION,
    ROLLOUT,
    PODS,
    TOPOLOGY,
    CLUSTER,
    WORKLOAD,
    BUNDLE,
    COMPLIANCE,
    AUDIT,
    FLAG,
    SETTINGS,
    SEARCH,
    PLUS,
    CLOSE,
    CHEVRON_DOWN,
    CHEVRON_RIGHT,
    CHECK,
    CLOCK,
    MOON,
    SUN,
    SCREEN,
    MENU,
    HELP,
    PERSON,
    SIGN_OUT,
    LOCK,
    KEY,
    DOWNLOAD,
    UPLOAD,
    RETRY,
    ROLL_BACK,
    PAUSE,
    PLAY,
    STOP,
    LINK,
    COPY,
    FILTER,
    COLUMNS,
    MORE,
    BULB,
    PENCIL,
    TRASH,
    ARROW_RIGHT,
    ROLE_PRIMARY,
    ROLE_SECONDARY,
    ROLE_DR,
    ROLE_EDGE,
    STATUS_OK,
    STATUS_PROG,
    STATUS_WARN,
    STATUS_FAIL,
    STATUS_UNK,
    STATUS_WAIT,
    STATUS_HELD,
    STATUS_PRAC;

    /** Class name that draws the icon on any element, for use in templates. */
    public String className() {
        return "hx-i-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Span create() {
        var icon = new Span();
        icon.addClassNames("hx-icon", className());
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
