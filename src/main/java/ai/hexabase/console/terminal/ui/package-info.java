@NullMarked
package ai.hexabase.console.terminal.ui;

import org.jspecify.annotations.NullMarked;
