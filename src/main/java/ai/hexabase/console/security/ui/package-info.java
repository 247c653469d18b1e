/** The screens of {@code security}. */
@NullMarked
package ai.hexabase.console.security.ui;

import org.jspecify.annotations.NullMarked;
