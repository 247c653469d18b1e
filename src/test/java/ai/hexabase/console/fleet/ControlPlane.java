package ai.hexabase.console.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The processes of one cluster: API server, controller manager, scheduler and simulated kubelets. */
final class ControlPlane {
    private static final List<String> FAST_CLIENT =
            List.of("--kube-api-qps=500", "--kube-api-burst=1000", "--leader-elect=false", "--secure-port=0");
    private static final Duration START = Duration.ofSeconds(90);

    private final FleetGround ground;
    private final Path folder;
    private final int port = Ports.free();
    private final int nodePort = Ports.free();
    private final String prefix;
    private final List<FleetProcess> controllers = new ArrayList<>();
    private FleetProcess apiServer;
    private FleetProcess kubelets;
    private boolean nodesAreUp;
    private DatabaseOperator databaseOperator;
    private FleetProcess spokesman;

    ControlPlane(FleetGround ground, String name) {
        this.ground = ground;
        this.prefix = "/" + name;
        try {
            this.folder = Files.createDirectories(ground.ledger().folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    FleetGround ground() {
        return ground;
    }

    URI url() {
        return URI.create("https://127.0.0.1:" + port);
    }

    Path kubeconfigFile() {
        return folder.resolve("admin.kubeconfig");
    }

    Path logFile() {
        return folder.resolve("containers.log");
    }

    synchronized void startApiServer() {
        apiServer = FleetProcess.start("kube-apiserver", folder, ground.ledger(), Map.of(), apiServerCommand());
        apiServer.await(START, "/readyz answers ok", () -> ground.answers(url().resolve("/readyz")));
    }

    synchronized void killApiServer() {
        apiServer.kill();
    }

    synchronized void freezeApiServer() {
        apiServer.freeze();
    }

    synchronized void thawApiServer() {
        apiServer.thaw();
    }

    /**
     * Starts the API server again and with it everything that follows it: controllers that outlive an API server wait
     * longer from outage to outage, in the end over a minute, before they look for it again.
     */
    synchronized void restartApiServer(Kubectl kubectl) {
        killApiServer();
        startApiServer();
        controllers.forEach(FleetProcess::restart);
        if (nodesAreUp) {
            restartKubelets(kubectl);
        }
        if (databaseOperator != null) {
            databaseOperator.restart();
        }
    }

    synchronized void startControllers() {
        var manager = new ArrayList<>(List.of(
                ground.parts().binary("kube-controller-manager"),
                "--kubeconfig=" + kubeconfigFile(),
                "--service-account-private-key-file=" + ground.keys().file("sa.key"),
                "--root-ca-file=" + ground.keys().file("ca.crt"),
                "--node-monitor-period=2s",
                "--node-monitor-grace-period=20s"));
        manager.addAll(FAST_CLIENT);
        controllers.add(FleetProcess.start("kube-controller-manager", folder, ground.ledger(), Map.of(), manager));
        var scheduler =
                new ArrayList<>(List.of(ground.parts().binary("kube-scheduler"), "--kubeconfig=" + kubeconfigFile()));
        scheduler.addAll(FAST_CLIENT);
        controllers.add(FleetProcess.start("kube-scheduler", folder, ground.ledger(), Map.of(), scheduler));
    }

    /** Whoever reacts to changes of objects rests; the API server goes on alone. */
    synchronized void freezePrograms() {
        controllers.forEach(FleetProcess::freeze);
        if (nodesAreUp) {
            kubelets.freeze();
        }
    }

    synchronized void startKubelets() {
        if (nodesAreUp) {
            return;
        }
        nodesAreUp = true;
        kubelets = FleetProcess.start(
                "kwok",
                folder,
                ground.ledger(),
                Map.of(),
                List.of(
                        ground.parts().binary("kwok"),
                        "--kubeconfig=" + kubeconfigFile(),
                        "--config=" + folder.resolve("kwok.yaml"),
                        "--manage-all-nodes=true",
                        "--node-ip=127.0.0.1",
                        "--node-port=" + nodePort,
                        "--server-address=127.0.0.1:" + nodePort,
                        "--tls-cert-file=" + ground.keys().file("serving.crt"),
                        "--tls-private-key-file=" + ground.keys().file("serving.key"),
                        "--node-lease-duration-seconds=20"));
        awaitKubelets();
    }

    // each start has a name of its own; while the leases are in the old one's name, the nodes would be lost
    private void restartKubelets(Kubectl kubectl) {
        kubelets.kill();
        kubectl.run("", List.of("delete", "leases", "--all", "--namespace=kube-node-lease"));
        kubelets.restart();
        awaitKubelets();
    }

    // one that is still starting when its API server dies ends itself
    private void awaitKubelets() {
        var health = URI.create("https://127.0.0.1:" + nodePort + "/healthz");
        kubelets.await(START, "/healthz answers ok", () -> ground.answers(health));
    }

    synchronized void killKubelets() {
        nodesAreUp = false;
        kubelets.kill();
    }

    synchronized void startDatabaseOperator(FleetCluster cluster) {
        if (databaseOperator == null) {
            databaseOperator = DatabaseOperator.install(cluster, this);
        }
    }

    synchronized void speakForPostgres() {
        beSilentOfPostgres();
        spokesman = DatabaseOperator.speakForPostgres(this);
    }

    synchronized void beSilentOfPostgres() {
        if (spokesman != null) {
            spokesman.kill();
            spokesman = null;
        }
    }

    private List<String> apiServerCommand() {
        Keys keys = ground.keys();
        return List.of(
                ground.parts().binary("kube-apiserver"),
                "--etcd-servers=" + ground.etcd().url(),
                "--etcd-prefix=" + prefix,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + port,
                "--tls-cert-file=" + keys.file("serving.crt"),
                "--tls-private-key-file=" + keys.file("serving.key"),
                "--client-ca-file=" + keys.file("ca.crt"),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=" + keys.file("sa.pub"),
                "--service-account-signing-key-file=" + keys.file("sa.key"),
                "--service-cluster-ip-range=10.0.0.0/16",
                "--authorization-mode=Node,RBAC",
                "--allow-privileged=true",
                "--kubelet-client-certificate=" + keys.file("admin.crt"),
                "--kubelet-client-key=" + keys.file("admin.key"),
                "--kubelet-preferred-address-types=InternalIP",
                "--endpoint-reconciler-type=none",
                "--profiling=false");
    }
}
