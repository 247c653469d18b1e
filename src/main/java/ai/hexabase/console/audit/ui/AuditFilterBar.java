package ai.hexabase.console.audit.ui;

import ai.hexabase.console.audit.Act;
import ai.hexabase.console.audit.EntryQuery;
import ai.hexabase.console.uikit.ChoiceChip;
import ai.hexabase.console.uikit.Icons;
import ai.hexabase.console.uikit.ReaderZone;
import ai.hexabase.console.uikit.Texts;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Search and filters of the record. */
final class AuditFilterBar extends Div {
    private final transient Consumer<EntryQuery> onChange;
    private final TextField words = text("search", "230px");
    private final TextField person = text("person", "150px");
    private final ChoiceChip<Optional<String>> kind;
    private final ChoiceChip<Optional<Act.Result>> result;
    private final DatePicker from = date("from");
    private final DatePicker until = date("until");
    private transient Optional<String> chosenKind;
    private transient Optional<Act.Result> chosenResult;
    private final @Nullable String objectType;
    private final @Nullable String objectId;

    /** @param kinds those that occur */
    AuditFilterBar(EntryQuery query, List<String> kinds, Consumer<EntryQuery> onChange) {
        this.onChange = onChange;
        this.objectType = query.objectType();
        this.objectId = query.objectId();
        chosenKind = Optional.ofNullable(query.kind());
        chosenResult = Optional.ofNullable(query.result());
        kind = new ChoiceChip<>(Texts.get("audit.filter.kind"), true, AuditFilterBar::kind, each -> {
            chosenKind = each;
            tell();
        });
        result = new ChoiceChip<>(Texts.get("audit.filter.result"), true, AuditFilterBar::result, each -> {
            chosenResult = each;
            tell();
        });
        addClassName("hx-filters");
        words.setPrefixComponent(Icons.SEARCH.create());
        words.setValue(query.words() == null ? "" : query.words());
        person.setValue(query.person() == null ? "" : query.person());
        kind.show(choices(kinds), chosenKind);
        result.show(choices(List.of(Act.Result.values())), chosenResult);
        show(from, query.from(), 0);
        show(until, query.until(), 1);
        Stream.of(words, person).forEach(field -> field.addValueChangeListener(change -> tell()));
        Stream.of(from, until).forEach(field -> field.addValueChangeListener(change -> tell()));
        add(words, person, kind, result, from, until);
    }

    private static TextField text(String key, String width) {
        var field = new TextField();
        field.setPlaceholder(Texts.get("audit.filter." + key));
        field.setAriaLabel(Texts.get("audit.filter." + key));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setWidth(width);
        return field;
    }

    private static DatePicker date(String key) {
        var picker = new DatePicker();
        picker.setPlaceholder(Texts.get("audit.filter." + key));
        picker.setAriaLabel(Texts.get("audit.filter." + key));
        picker.setClearButtonVisible(true);
        picker.setLocale(Texts.locale());
        picker.setWidth("150px");
        return picker;
    }

    private static void show(DatePicker picker, @Nullable Instant time, int daysBefore) {
        if (time != null) {
            picker.setValue(time.atZone(ReaderZone.get()).toLocalDate().minusDays(daysBefore));
        }
    }

    private static <T> List<Optional<T>> choices(List<T> values) {
        var all = new ArrayList<Optional<T>>();
        all.add(Optional.empty());
        values.forEach(value -> all.add(Optional.of(value)));
        return all;
    }

    private static String kind(Optional<String> kind) {
        return kind.map(AuditWords::kind).orElseGet(() -> Texts.get("audit.filter.all"));
    }

    private static String result(Optional<Act.Result> result) {
        return result.map(AuditWords::result).orElseGet(() -> Texts.get("audit.filter.all"));
    }

    private void tell() {
        onChange.accept(new EntryQuery(
                value(person),
                chosenKind.orElse(null),
                chosenResult.orElse(null),
                start(from.getValue(), 0),
                start(until.getValue(), 1),
                objectType,
                objectId,
                value(words)));
    }

    private static @Nullable String value(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    /** The last day counts whole. */
    private static @Nullable Instant start(@Nullable LocalDate day, int daysLater) {
        return day == null
                ? null
                : day.plusDays(daysLater).atStartOfDay(ReaderZone.get()).toInstant();
    }
}
