/** Durable work in bounded pieces over db-scheduler: run, save, resume, and take over from a console that died. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common"})
package ai.hexabase.console.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
