/** Screens about clusters, and where other modules add buttons to them. */
@NullMarked
@NamedInterface("ui")
package ai.hexabase.console.cluster.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
