/** Screens of the practice fleet: trouble on purpose. */
@NullMarked
package ai.hexabase.console.practice.ui;

import org.jspecify.annotations.NullMarked;
