/** Screens of where data are kept. */
@NullMarked
package ai.hexabase.console.datastore.ui;

import org.jspecify.annotations.NullMarked;
