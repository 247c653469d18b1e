/** The screens of {@code rollout}. */
@NullMarked
package ai.hexabase.console.rollout.ui;

import org.jspecify.annotations.NullMarked;
