/** Screens of installations: the list, one installation, and the wizard; and where other modules add to them. */
@NullMarked
@NamedInterface("ui")
package ai.hexabase.console.installation.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
