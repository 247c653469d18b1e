package ai.hexabase.console.security.ui;

import ai.hexabase.console.identity.IdentityProvider;
import ai.hexabase.console.security.Trial;
import ai.hexabase.console.security.Trials;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The way to a sign-in on trial, and what the last one showed. */
final class TrialPanel extends Panel {
    TrialPanel(IdentityProvider provider, Optional<Trial> last, Clock clock) {
        super(Texts.get("identity.trial"));
        var begin = new Anchor(
                Trials.begin(provider.id()),
                Texts.get(last.isEmpty() ? "identity.trial.begin" : "identity.trial.again"));
        begin.setRouterIgnore(true);
        begin.setTarget(AnchorTarget.BLANK);
        begin.addClassName("hx-button");
        if (last.isEmpty()) {
            padded(new Paragraph(Texts.get("identity.trial.text")), begin);
        } else {
            padded(new TrialFacts(last.get(), List.of(provider.nameClaim(), provider.rolesClaim()), clock), begin);
        }
    }
}
