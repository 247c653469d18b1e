/** A real OCI registry for the tests. */
@NullMarked
package ai.hexabase.console.oci;

import org.jspecify.annotations.NullMarked;
