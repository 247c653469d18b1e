/** The record on the screen. */
@NullMarked
package ai.hexabase.console.audit.ui;

import org.jspecify.annotations.NullMarked;
