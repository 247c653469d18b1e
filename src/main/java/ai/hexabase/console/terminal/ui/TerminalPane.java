package ai.hexabase.console.terminal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A terminal emulator on the page. */
@Tag("hx-terminal")
@NpmPackage(value = "@xterm/xterm", version = "6.0.0")
@NpmPackage(value = "@xterm/addon-fit", version = "0.11.0")
@JsModule("./hx-terminal.ts")
final class TerminalPane extends Component implements HasSize, HasStyle {
    /** Told how large the terminal is. */
    @FunctionalInterface
    interface SizeListener {
        void resized(int columns, int rows);
    }

    TerminalPane(String label) {
        addClassName("hx-terminal");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("role", "group");
    }

    void write(byte[] bytes) {
        getElement().callJsFunction("write", Base64.getEncoder().encodeToString(bytes), bytes.length);
    }

    void begin() {
        getElement().callJsFunction("begin");
    }

    void finish() {
        getElement().callJsFunction("finish");
    }

    void onType(Consumer<String> listener) {
        getElement()
                .addEventListener(
                        "hx-type",
                        event -> listener.accept(
                                event.getEventData().path("event.detail.text").asString("")))
                .addEventData("event.detail.text");
    }

    /** Bytes that have been drawn. */
    void onDrawn(IntConsumer listener) {
        getElement()
                .addEventListener(
                        "hx-drawn",
                        event -> listener.accept(
                                event.getEventData().path("event.detail.count").asInt(0)))
                .addEventData("event.detail.count");
    }

    void onSize(SizeListener listener) {
        getElement()
                .addEventListener("hx-size", event -> {
                    var data = event.getEventData();
                    listener.resized(
                            data.path("event.detail.columns").asInt(80),
                            data.path("event.detail.rows").asInt(24));
                })
                .addEventData("event.detail.columns")
                .addEventData("event.detail.rows");
    }

    /** The person wants to leave the terminal by keyboard. */
    void onLeave(Runnable listener) {
        getElement().addEventListener("hx-leave", event -> listener.run());
    }
}
