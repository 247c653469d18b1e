/** Real Kubernetes control planes for tests and for trying the console; uses the JDK alone, so that it also starts without a build. */
@NullMarked
package ai.hexabase.console.fleet;

import org.jspecify.annotations.NullMarked;
