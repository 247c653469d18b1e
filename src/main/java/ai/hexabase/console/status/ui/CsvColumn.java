package ai.hexabase.console.status.ui;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of an exported file; named and written for machines. */
record CsvColumn<R>(String name, Function<R, @Nullable Object> value) {}
