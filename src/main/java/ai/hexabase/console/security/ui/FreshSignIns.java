package ai.hexabase.console.security.ui;

import ai.hexabase.console.security.Confirmations;
import ai.hexabase.console.uikit.FreshSignIn;
import org.springframework.stereotype.Component;

/** Asks people to prove once more who they are. */
@Component
class FreshSignIns implements FreshSignIn {
    private final Confirmations confirmations;

    FreshSignIns(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    @Override
    public boolean isRecent() {
        return confirmations.isRecent();
    }

    @Override
    public void ask(Runnable then) {
        new ConfirmDialog(confirmations, then).open();
    }
}
