package ai.hexabase.console.sealing.ui;

import ai.hexabase.console.common.Message;
import ai.hexabase.console.sealing.EncryptionKey;
import ai.hexabase.console.sealing.EncryptionKeys;
import ai.hexabase.console.uikit.SetupPart;
import ai.hexabase.console.uikit.SetupStep;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Step 3 of the first-time setup: the key is known, kept elsewhere, and the copy works. */
@org.springframework.stereotype.Component
class KeySetupStep implements SetupStep {
    private final EncryptionKeys keys;

    KeySetupStep(EncryptionKeys keys) {
        this.keys = keys;
    }

    @Override
    public String id() {
        return "key";
    }

    @Override
    public int order() {
        return 3;
    }

    @Override
    public State state() {
        var tested = keys.current().testedAt();
        return tested == null
                ? new State(Standing.LOOSE, Message.of("sealing.recovery.untested"))
                : new State(Standing.DONE, Message.of("setup.key.tested", tested));
    }

    @Override
    public SetupPart open(Runnable changed) {
        return new Part(changed);
    }

    /** The step while it is open. */
    private final class Part implements SetupPart {
        private final Div facts = new Div();
        private final KeyExchange exchange;
        private final RecoveryTest recovery;
        private @Nullable EncryptionKey shown;
        private final H2 heading = new H2(Texts.get("sealing.recovery"));

        Part(Runnable changed) {
            exchange = new KeyExchange(keys, keys.current(), changed);
            recovery = new RecoveryTest(keys, changed);
            facts.addClassName("hx-form-section");
        }

        @Override
        public List<Component> parts() {
            return List.of(facts, exchange);
        }

        @Override
        public List<Component> aside() {
            return List.of(heading, recovery);
        }

        @Override
        public void refresh() {
            var now = keys.current();
            if (!now.equals(shown)) {
                shown = now;
                facts.removeAll();
                facts.add(new H2(Texts.get("sealing.key")), new KeyFacts(now));
                recovery.refresh();
            }
        }

        @Override
        public String missing() {
            return "";
        }
    }
}
