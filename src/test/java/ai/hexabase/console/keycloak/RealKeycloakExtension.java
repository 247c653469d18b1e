package ai.hexabase.console.keycloak;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the JVM's Keycloak to test classes and renews the realms between them. */
final class RealKeycloakExtension implements BeforeAllCallback, ParameterResolver {
    private static boolean used;

    @Override
    public void beforeAll(ExtensionContext context) {
        var server = KeycloakServer.shared();
        server.start();
        // a class inside another one shares what that one has set up
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            if (used) {
                admin().renewRealms();
            }
            used = true;
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == KeycloakServer.class || type == KeycloakAdmin.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KeycloakAdmin.class ? admin() : KeycloakServer.shared();
    }

    private static KeycloakAdmin admin() {
        return new KeycloakAdmin(KeycloakServer.shared().url());
    }
}
