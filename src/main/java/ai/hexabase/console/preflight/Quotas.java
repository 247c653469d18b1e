package ai.hexabase.console.preflight;

import ai.hexabase.console.kube.KubeObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a ResourceQuota's limits with what the plan's pods ask for altogether. */
final class Quotas {
    private Quotas() {}

    /** One line per limit that is too small, such as {@code ResourceQuota a/b: requests.cpu 2 < 3.5}; else empty. */
    static String shortage(KubeObject quota, List<PodDemand> all) {
        // A scoped quota counts only some pods; the API server's own answer to a pod settles that.
        if (quota.at("/spec/scopes").size() > 0
                || !quota.at("/spec/scopeSelector").isMissingNode()) {
            return "";
        }
        var demands = all.stream()
                .filter(demand -> java.util.Objects.equals(demand.owner().namespace(), quota.namespace()))
                .toList();
        var lines = new ArrayList<String>();
        var cpu = demands.stream()
                .mapToLong(each -> each.count() * each.cpuMillis())
                .sum();
        for (var key : List.of("requests.cpu", "cpu")) {
            var hard = hard(quota, key);
            if (hard != null && Amounts.cpuMillis(hard) < cpu) {
                lines.add(line(quota, key, hard, Amounts.cores(cpu)));
            }
        }
        var memory = demands.stream()
                .mapToLong(each -> each.count() * each.memoryBytes())
                .sum();
        for (var key : List.of("requests.memory", "memory")) {
            var hard = hard(quota, key);
            if (hard != null && Amounts.bytes(hard) < memory) {
                lines.add(line(quota, key, hard, Amounts.gibibytes(memory)));
            }
        }
        var pods = demands.stream().mapToInt(PodDemand::count).sum();
        for (var key : List.of("pods", "count/pods")) {
            var hard = hard(quota, key);
            if (hard != null && Amounts.bytes(hard) < pods) {
                lines.add(line(quota, key, hard, String.valueOf(pods)));
            }
        }
        return String.join("\n", lines);
    }

    private static @Nullable String hard(KubeObject quota, String key) {
        var value = quota.at("/spec/hard").path(key);
        return value.isMissingNode() ? null : value.asString();
    }

    private static String line(KubeObject quota, String key, String hard, String wanted) {
        return quota.ref() + ": " + key + " " + hard + " < " + wanted;
    }
}
