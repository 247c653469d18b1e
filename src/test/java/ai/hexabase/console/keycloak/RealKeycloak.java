package ai.hexabase.console.keycloak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test class with a real Keycloak: constructor, method and lifecycle parameters of type {@link KeycloakServer} and
 * {@link KeycloakAdmin} are filled in. All classes of a JVM share one server; before each class it runs and its realms
 * are as at the start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealKeycloakExtension.class)
public @interface RealKeycloak {}
