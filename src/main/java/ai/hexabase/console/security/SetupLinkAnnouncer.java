package ai.hexabase.console.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the setup link at start while there is no administrator: the console has no default password. */
@Component
class SetupLinkAnnouncer {
    private static final Logger LOG = LoggerFactory.getLogger("setup");
    private final Accounts accounts;
    private final SetupLinks links;
    private final Environment environment;

    SetupLinkAnnouncer(Accounts accounts, SetupLinks links, Environment environment) {
        this.accounts = accounts;
        this.links = links;
        this.environment = environment;
    }

    @EventListener
    void announce(WebServerInitializedEvent started) {
        if ("management".equals(started.getApplicationContext().getServerNamespace()) || !accounts.none()) {
            return;
        }
        var url = environment.getProperty(
                "console.public-url",
                "http://127.0.0.1:" + started.getWebServer().getPort());
        LOG.info("""
                There is no administrator yet. Open this link within 24 hours to create the first one; it works once.

                    {}/setup/{}
                """, url, links.create());
    }
}
