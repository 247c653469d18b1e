package ai.hexabase.console.security.ui;

import ai.hexabase.console.common.Problem;
import ai.hexabase.console.security.Confirmations;
import ai.hexabase.console.uikit.Page;
import ai.hexabase.console.uikit.PageHeader;
import ai.hexabase.console.uikit.Panel;
import ai.hexabase.console.uikit.ProblemNotice;
import ai.hexabase.console.uikit.Status;
import ai.hexabase.console.uikit.StatusLabel;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Where somebody lands who proved once more who they are, in a window of its own. */
@Route(Confirmations.PLACE)
@PermitAll
class ConfirmedView extends Page implements BeforeEnterObserver {
    private final transient Confirmations confirmations;
    private transient Optional<Optional<Problem>> last = Optional.empty();

    ConfirmedView(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        last = confirmations.last();
        entered();
    }

    @Override
    protected String title() {
        return Texts.get("security.confirm.title");
    }

    @Override
    protected void build() {
        add(new PageHeader(title()));
        if (last.isEmpty()) {
            add(new Panel(title()).padded(new Paragraph(Texts.get("security.confirm.none"))));
        } else if (last.get().isPresent()) {
            add(new ProblemNotice(last.get().get()));
        } else {
            add(new Panel(title())
                    .padded(
                            new StatusLabel(Status.OK, Texts.get("security.confirm.done")),
                            new Paragraph(Texts.get("security.confirm.close"))));
        }
    }
}
