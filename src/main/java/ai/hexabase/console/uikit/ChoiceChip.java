package ai.hexabase.console.uikit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A filter with a few choices: a chip that opens them. The first choice narrows nothing; with another one the chip is
 * active and a click takes it back.
 */
public final class ChoiceChip<T> extends Div {
    private final String label;
    private final FilterChip chip;
    private final RadioButtonGroup<T> choices = new RadioButtonGroup<>();
    private final transient Function<T, String> words;
    private final transient Consumer<T> onChoice;
    private final boolean clearable;
    private List<T> items = List.of();
    private boolean showing;

    public ChoiceChip(String label, boolean clearable, Function<T, String> words, Consumer<T> onChoice) {
        this.label = label;
        this.clearable = clearable;
        this.words = words;
        this.onChoice = onChoice;
        chip = new FilterChip(label, "");
        chip.getElement().setAttribute("aria-haspopup", "dialog");
        var popover = popover(choices);
        chip.addClickListener(click -> clicked(popover));
        choices.addThemeName("vertical");
        choices.setAriaLabel(label);
        choices.setItemLabelGenerator(words::apply);
        choices.addValueChangeListener(change -> {
            draw();
            popover.close();
            tell(change.getValue());
        });
        addClassName("hx-choice");
        add(chip, popover);
    }

    private void clicked(Popover popover) {
        if (active()) {
            choices.setValue(items.getFirst());
        } else {
            popover.open();
        }
    }

    private void tell(@Nullable T choice) {
        if (!showing && choice != null) {
            onChoice.accept(choice);
        }
    }

    private Popover popover(Component content) {
        var popover = new Popover(content);
        popover.setTarget(chip);
        popover.setOpenOnClick(false);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAutofocus(true);
        popover.setAriaLabel(label);
        popover.addClassName("hx-choices");
        return popover;
    }

    /** Shows these choices and the one in force, without telling the listener. */
    public void show(List<T> all, T chosen) {
        showing = true;
        if (!all.equals(items)) {
            items = List.copyOf(all);
            choices.setItems(items);
        }
        choices.setValue(items.contains(chosen) ? chosen : items.getFirst());
        showing = false;
        draw();
    }

    /** The choices themselves, for whoever wants to look at them. */
    public RadioButtonGroup<T> choices() {
        return choices;
    }

    private boolean active() {
        return clearable && !items.isEmpty() && !Objects.equals(choices.getValue(), items.getFirst());
    }

    private void draw() {
        var value = choices.getValue();
        chip.set(label, value == null ? "" : words.apply(value), active());
    }
}
