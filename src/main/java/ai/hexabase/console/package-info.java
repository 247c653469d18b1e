/** The console: one application module per package below this one. */
@NullMarked
package ai.hexabase.console;

import org.jspecify.annotations.NullMarked;
