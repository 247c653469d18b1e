package ai.hexabase.console.shell;

import ai.hexabase.console.uikit.PreferenceKeeper;
import ai.hexabase.console.uikit.Preferences;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives the first HTML the reader's language and colours, so that nothing flashes, and errors a calm handler. */
@Component
class PageStart implements VaadinServiceInitListener {
    private final CalmErrorHandler errors;
    private final ObjectProvider<PreferenceKeeper> keeper;

    PageStart(CalmErrorHandler errors, ObjectProvider<PreferenceKeeper> keeper) {
        this.keeper = keeper;
        this.errors = errors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PageStart::firstHtml);
        event.getSource().addUIInitListener(this::firstRequest);
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(errors));
        event.getSource().setSystemMessagesProvider(PageStart::systemMessages);
    }

    private static void firstHtml(IndexHtmlResponse page) {
        var html = page.getDocument().selectFirst("html");
        if (html == null) {
            return;
        }
        html.attr("lang", Preferences.language(page.getVaadinRequest()).getLanguage());
        Preferences.zone(page.getVaadinRequest()).ifPresent(zone -> html.attr("data-zone", zone.getId()));
        var theme = Preferences.theme(page.getVaadinRequest());
        if (theme != ColorScheme.Value.LIGHT_DARK) {
            html.attr("theme", theme.getThemeValue());
            html.attr("style", "color-scheme: " + theme.getValue());
        }
    }

    private void firstRequest(UIInitEvent event) {
        var request = VaadinRequest.getCurrent();
        keeper.ifAvailable(kept -> Preferences.keepIn(event.getUI(), kept));
        if (request != null) {
            ReaderZone.choose(event.getUI(), Preferences.zone(request).orElse(null));
            Preferences.speak(event.getUI(), Preferences.language(request));
        }
    }

    private static SystemMessages systemMessages(SystemMessagesInfo info) {
        var request = info.getRequest();
        var locale = request == null ? info.getLocale() : Preferences.language(request);
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(Texts.in(locale, "shell.expired.what"));
        messages.setSessionExpiredMessage(Texts.in(locale, "shell.expired.action"));
        messages.setInternalErrorNotificationEnabled(true);
        messages.setInternalErrorCaption(Texts.in(locale, "shell.unexpected.what"));
        messages.setInternalErrorMessage(Texts.in(locale, "shell.unexpected.reload"));
        return messages;
    }
}
