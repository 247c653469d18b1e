package ai.hexabase.console;

import ai.hexabase.console.audit.AuditCommand;
import ai.hexabase.console.identity.IdentityCommand;
import ai.hexabase.console.security.AccountCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Hexabase Console: one process that serves the screens and carries out rollouts. */
@SpringBootApplication
@Modulithic(sharedModules = "common")
public class ConsoleApplication {
    public static void main(String[] args) {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        // Java refuses Basic sign-in at HTTPS proxies unless told so; many corporate proxies know nothing else.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        if (AuditCommand.isMeant(args)) {
            System.exit(AuditCommand.run(args, System.out, System.err));
        }
        if (AccountCommand.isMeant(args)) {
            System.exit(AccountCommand.run(args, System.out, System.err));
        }
        if (IdentityCommand.isMeant(args)) {
            System.exit(IdentityCommand.run(args, System.out, System.err));
        }
        SpringApplication.run(ConsoleApplication.class, args);
    }
}
