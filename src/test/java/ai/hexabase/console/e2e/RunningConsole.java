package ai.hexabase.console.e2e;

import ai.hexabase.console.ConsoleApplication;
import ai.hexabase.console.cluster.Clusters;
import ai.hexabase.console.cluster.Kubeconfigs;
import ai.hexabase.console.cluster.Site;
import ai.hexabase.console.common.ClusterId;
import ai.hexabase.console.fleet.FleetCluster;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The console as a person starts it: a free port, a data directory, the production bundle. */
public final class RunningConsole implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://\\S+/setup/\\S+");
    private final ConfigurableApplicationContext context;
    private final ListAppender<ILoggingEvent> setupLog;

    private RunningConsole(ConfigurableApplicationContext context, ListAppender<ILoggingEvent> setupLog) {
        this.context = context;
        this.setupLog = setupLog;
    }

    public static RunningConsole start(Path dataDirectory, String... properties) {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger("setup");
        // Boot resets the loggers when it starts, so the ear is attached after that.
        ApplicationListener<ApplicationPreparedEvent> listen = event -> logger.addAppender(log);
        try {
            var context = new SpringApplicationBuilder(ConsoleApplication.class)
                    .listeners(listen)
                    .properties(properties)
                    .run(
                            "--server.port=0",
                            "--console.data-dir=" + dataDirectory.toAbsolutePath(),
                            "--server.tomcat.basedir=" + dataDirectory.toAbsolutePath() + "-tomcat");
            return new RunningConsole(context, log);
        } finally {
            logger.detachAppender(log);
        }
    }

    /** On a fresh data directory below {@code target} that need not survive a power cut. */
    public static RunningConsole fresh(String name, String... properties) throws IOException {
        var parent = Files.createDirectories(Path.of("target", "test-data"));
        var all = Stream.concat(Stream.of("console.database.durable=false"), Stream.of(properties));
        return start(Files.createTempDirectory(parent, name + "-"), all.toArray(String[]::new));
    }

    /** Registers the cluster under that name by the kubeconfig of its administrator. */
    public ClusterId register(FleetCluster cluster, String name) {
        return register(cluster.kubeconfig(), cluster.name(), name);
    }

    /** Registers the cluster of this context under a name. */
    public ClusterId register(String kubeconfig, String cluster, String name) {
        var access = bean(Kubeconfigs.class).read(kubeconfig).access(cluster);
        return bean(Clusters.class).register(name, Site.UNKNOWN, access).id();
    }

    /** What the log told the person to open. */
    public String setupLink() {
        return setupLog.list.stream()
                .flatMap(event -> LINK.matcher(event.getFormattedMessage()).results())
                .map(found -> found.group())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the log shows no setup link"));
    }

    public String url() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return "http://127.0.0.1:" + (server == null ? -1 : server.getPort());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
