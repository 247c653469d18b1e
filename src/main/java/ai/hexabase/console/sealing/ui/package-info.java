/** The screens of {@code sealing}. */
@NullMarked
package ai.hexabase.console.sealing.ui;

import org.jspecify.annotations.NullMarked;
