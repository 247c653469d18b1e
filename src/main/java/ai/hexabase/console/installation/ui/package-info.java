/** Screens of installations: the list, one installation, and the wizard. */
@NullMarked
package ai.hexabase.console.installation.ui;

import org.jspecify.annotations.NullMarked;
