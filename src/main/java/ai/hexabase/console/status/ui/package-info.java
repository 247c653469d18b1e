/** Screens of live pods. */
@NullMarked
package ai.hexabase.console.status.ui;

import org.jspecify.annotations.NullMarked;
