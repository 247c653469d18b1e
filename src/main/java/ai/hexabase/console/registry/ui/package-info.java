/** The screens of {@code registry}. */
@NullMarked
package ai.hexabase.console.registry.ui;

import org.jspecify.annotations.NullMarked;
