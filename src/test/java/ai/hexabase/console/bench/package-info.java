/** What {@code ./console bench} measures, and the page it writes; nothing here is asserted on time. */
@NullMarked
package ai.hexabase.console.bench;

import org.jspecify.annotations.NullMarked;
