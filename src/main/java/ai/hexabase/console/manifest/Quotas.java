package ai.hexabase.console.manifest;

import static ai.hexabase.console.manifest.Tree.list;
import static ai.hexabase.console.manifest.Tree.map;
import static ai.hexabase.console.manifest.Tree.object;

import ai.hexabase.console.kube.KubeObject;
import ai.hexabase.console.kube.ResourceKind;
import ai.hexabase.console.profile.Setting;
import ai.hexabase.console.profile.Settings;

/** Bounds of the platform's own namespace, wide enough for a rolling update and a database replica being rebuilt. */
record Quotas(Marks marks) {
    private static final long DEFAULT_CPU_REQUEST = 100;
    private static final long DEFAULT_CPU_LIMIT = 500;
    private static final long DEFAULT_MEMORY_REQUEST = 128L << 20;
    private static final long DEFAULT_MEMORY_LIMIT = 512L << 20;
    /** The initialisation, and one more of its size while it is replaced. */
    private static final long SPARE_PODS = 2;

    /** Defaults for containers that say nothing, so that the quota never refuses them. */
    KubeObject limitRange() {
        return object(
                ResourceKind.LIMIT_RANGE,
                marks.metadata(Names.LIMITS, "platform"),
                "spec",
                map(
                        "limits",
                        list(map(
                                "type",
                                "Container",
                                "default",
                                map("cpu", millis(DEFAULT_CPU_LIMIT), "memory", mebibytes(DEFAULT_MEMORY_LIMIT)),
                                "defaultRequest",
                                map(
                                        "cpu",
                                        millis(DEFAULT_CPU_REQUEST),
                                        "memory",
                                        mebibytes(DEFAULT_MEMORY_REQUEST))))));
    }

    KubeObject compute() {
        var pods = controlPlanePods();
        var database = databasePods();
        return object(
                ResourceKind.RESOURCE_QUOTA,
                marks.metadata(Names.QUOTA, "platform"),
                "spec",
                map(
                        "hard",
                        map(
                                "requests.cpu",
                                millis(pods * cpu(Setting.CPU_REQUEST)
                                        + database * databaseCpu()
                                        + SPARE_PODS * cpu(Setting.INIT_CPU_REQUEST)),
                                "requests.memory",
                                mebibytes(pods * bytes(Setting.MEMORY_REQUEST)
                                        + database * databaseMemory()
                                        + SPARE_PODS * bytes(Setting.INIT_MEMORY_REQUEST)),
                                "limits.memory",
                                mebibytes(pods * bytes(Setting.MEMORY_LIMIT)
                                        + database * databaseMemory()
                                        + SPARE_PODS * bytes(Setting.INIT_MEMORY_LIMIT)))));
    }

    /** Room for each database volume, one of them being replaced. */
    KubeObject storage() {
        var instances = settings().number(Setting.DATABASE_REPLICAS) + 1;
        var hasWal = !settings().text(Setting.DATABASE_WAL_SIZE).isEmpty();
        var bytes = bytes(Setting.DATABASE_STORAGE_SIZE) + (hasWal ? bytes(Setting.DATABASE_WAL_SIZE) : 0);
        return object(
                ResourceKind.RESOURCE_QUOTA,
                marks.metadata(Names.STORAGE_QUOTA, "platform"),
                "spec",
                map(
                        "hard",
                        map(
                                "requests.storage",
                                mebibytes(instances * bytes),
                                "persistentvolumeclaims",
                                Integer.toString(hasWal ? 2 * instances : instances))));
    }

    /** Those of two versions: a pod that leaves counts until it is gone, and the next one must not wait for that. */
    private long controlPlanePods() {
        return 2L * settings().number(Setting.CONTROL_PLANE_REPLICAS);
    }

    /** Each instance, one being rebuilt, and the job that rebuilds it. */
    private long databasePods() {
        return isExternal() ? 0 : settings().number(Setting.DATABASE_REPLICAS) + 2;
    }

    private long databaseCpu() {
        return isExternal() ? 0 : cpu(Setting.DATABASE_CPU);
    }

    private long databaseMemory() {
        return isExternal() ? 0 : bytes(Setting.DATABASE_MEMORY);
    }

    private boolean isExternal() {
        return settings().is(Setting.DATABASE_KIND, Setting.Words.EXTERNAL);
    }

    private Settings settings() {
        return marks.input().settings();
    }

    private long cpu(Setting setting) {
        return settings().quantity(setting).millis();
    }

    private long bytes(Setting setting) {
        return settings().quantity(setting).units();
    }

    private static String millis(long millis) {
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : millis + "m";
    }

    private static String mebibytes(long bytes) {
        var mebibytes = (bytes + (1L << 20) - 1) >> 20;
        return mebibytes % 1024 == 0 ? mebibytes / 1024 + "Gi" : mebibytes + "Mi";
    }
}
