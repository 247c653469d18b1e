/** The screens of {@code drift}, and its parts of the screens of installations. */
@NullMarked
package ai.hexabase.console.drift.ui;

import org.jspecify.annotations.NullMarked;
