package ai.hexabase.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Repository;

@AnalyzeClasses(packages = "ai.hexabase.console", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String DB = "ai.hexabase.console.db..";

    @ArchTest
    static final ArchRule oneDoorToKubernetes = noClasses()
            .that()
            .resideOutsideOfPackage("..console.kube..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.fabric8.kubernetes.client..")
            .because(
                    "kube.ClusterConnection should be used instead: it bounds time, translates errors and is simulated");

    @ArchTest
    static final ArchRule vaadinStaysInScreens = noClasses()
            .that()
            .resideOutsideOfPackages("..console..ui..", "..console.uikit..", "..console.shell..")
            .and()
            .haveSimpleNameNotStartingWith("SecurityConfiguration")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..")
            .because(
                    "decisions must be testable and usable without a screen; put the screen into the module's ui package");

    @ArchTest
    static final ArchRule tablesAreTouchedByStores = noClasses()
            .that()
            .resideOutsideOfPackage(DB)
            .and()
            .areNotAnnotatedWith(Repository.class)
            .and()
            .areNotMemberClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DB)
            .because("a table belongs to one module's @Repository store");

    @ArchTest
    static final ArchRule storesAreHidden = classes()
            .that()
            .areAnnotatedWith(Repository.class)
            .should()
            .notBePublic()
            .because("other modules call the module's entry class instead");

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .resideOutsideOfPackage(DB)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("an injected " + Clock.class.getSimpleName() + " should be used instead: tests drive it by hand");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .because("a step returns Wait(until, why) instead, and watchers wait on conditions");

    @ArchTest
    static final ArchRule oneJackson = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
            .because("Jackson 3 (tools.jackson) should be used instead");

    @ArchTest
    static final ArchRule commonIsPlain = noClasses()
            .that()
            .resideInAPackage("..console.common..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..", "io.fabric8..", "org.jooq..")
            .because("common holds values that every module may use");

    @ArchTest
    static final ArchRule viewsAreHidden = classes()
            .that()
            .areAssignableTo(Component.class)
            .and()
            .areAnnotatedWith(com.vaadin.flow.router.Route.class)
            .and()
            .haveSimpleNameNotStartingWith("SignInView")
            .should()
            .notBePublic()
            .because("screens are reached by link, not by class; the sign-in view is named by the security filter");

    @ArchTest
    static final ArchRule nothingDependsOnTheShell = noClasses()
            .that()
            .resideOutsideOfPackage("..console.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..console.shell..")
            .because("the shell finds screens by annotation");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("ai.hexabase.console.(*)..").should().beFreeOfCycles();
}
