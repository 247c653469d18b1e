package ai.hexabase.console.keycloak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** {@code ./console keycloak [plain]}: a Keycloak with sample people in the foreground, to try sign-in with. */
public final class KeycloakCommand {
    private static final int PORT = 8180;

    private KeycloakCommand() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(List.of(arguments));
        } catch (KeycloakException e) {
            System.err.println("keycloak: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> arguments) throws InterruptedException {
        boolean plain = arguments.equals(List.of("plain"));
        if (!plain && !arguments.isEmpty()) {
            throw new KeycloakException("usage: keycloak [plain]");
        }
        refuseTakenPort();
        say("starting Keycloak, usually 10 to 30 seconds; it takes about 0.4 GiB of memory");
        var server = KeycloakServer.open("practice", PORT, !plain);
        say("Keycloak is up on " + server.url() + ". Ctrl-C ends it, and what was changed in it is forgotten.");
        say("");
        describeProvider(server);
        describePeople();
        describeAdministrator(server);
        int code = server.waitFor();
        // above 128 somebody ended it with a signal, such as Ctrl-C
        if (code < 128) {
            throw new KeycloakException("Keycloak ended with " + code + "; its log is " + server.log());
        }
    }

    private static void describeProvider(KeycloakServer server) {
        say("  issuer           " + server.issuer(Realms.CONSOLE));
        if (server.hasConsoleClient()) {
            say("  client id        " + Realms.CLIENT_ID);
            say("  client secret    " + Realms.CLIENT_SECRET + " (a sample)");
            say("  provider id      corporate");
            say("  redirect URI     http://127.0.0.1:8080/login/oauth2/code/corporate");
            say("  groups           in the claim \"groups\"");
        } else {
            say("  no client yet: let the console configure it, with the administrator below");
        }
    }

    private static void describePeople() {
        say("");
        say("These can sign in; on Keycloak's page choose \"Corporate sign-in\". Password of all: " + Person.PASSWORD);
        for (var person : Person.ALL) {
            say("  %-16s %s %s, %s"
                    .formatted(
                            person.username(),
                            person.lastName(),
                            person.firstName(),
                            person.groups().isEmpty() ? "in no group" : String.join(", ", person.groups())));
        }
    }

    private static void describeAdministrator(KeycloakServer server) {
        say("");
        say("Administrator, also for \"Configure Keycloak for me\" (realm " + Realms.CONSOLE + "):");
        say("  user " + KeycloakServer.ADMIN + ", password " + KeycloakServer.ADMIN_PASSWORD + ", at " + server.url()
                + "/admin/");
        say("  the corporate directory, where groups are given and people disabled, is the realm " + Realms.CORP);
    }

    private static void refuseTakenPort() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), PORT));
        } catch (IOException e) {
            throw new KeycloakException("port " + PORT + " is taken; is another one running?");
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
