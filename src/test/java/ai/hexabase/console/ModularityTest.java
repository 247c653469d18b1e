package ai.hexabase.console;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(ConsoleApplication.class, resideInAPackage("..console.db.."))
                .verify();
    }
}
