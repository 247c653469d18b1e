/** The screens of {@code setup}. */
@NullMarked
package ai.hexabase.console.setup.ui;

import org.jspecify.annotations.NullMarked;
